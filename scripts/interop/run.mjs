/** `npm run interop`: logins with SAML software of others, in both roles. Needs a Debian machine and root; skips by name elsewhere. */
import { mellonJourneys } from './mellon.mjs';
import { Unavailable } from './peer.mjs';
import { simpleSamlPhpJourneys } from './simplesamlphp.mjs';

const JOURNEYS = [
  ['mod_auth_mellon (Apache, lasso, C)', mellonJourneys],
  ['SimpleSAMLphp (PHP)', simpleSamlPhpJourneys],
];

let failures = 0;
const say = (line) => process.stdout.write(`${line}\n`);
async function report(name, journey) {
  try {
    await journey();
    say(`pass  ${name}`);
  } catch (error) {
    failures++;
    say(`FAIL  ${name}\n      ${error.message}`);
  }
}

for (const [peer, journeys] of JOURNEYS) {
  try {
    await journeys(report);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    say(`skip  ${peer}: ${error.message}`);
  }
}
process.exitCode = failures > 0 ? 1 : 0;
