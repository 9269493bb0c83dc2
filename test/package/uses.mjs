// @ts-check
/** What `try.mjs` has every Node do in a folder that holds nothing but the installed package. */
import { execFileSync } from 'node:child_process';
import { createHarness, diagnose, faults } from 'saml-rehearsal';

const main = 'node_modules/.bin/saml-rehearsal';
const cli = (/** @type {string[]} */ ...argv) => execFileSync(process.execPath, [main, ...argv], { encoding: 'utf8' });

/** @param {string} what @param {boolean} holds */
function expect(what, holds) {
  if (!holds) throw new Error(`${what}: no`);
  process.stdout.write(`  ${what}\n`);
}

expect('--version', /^\d+\.\d+\.\d+\n$/.test(cli('--version')));
expect('explain AADSTS50011', cli('explain', 'AADSTS50011').includes('Reply URL'));
expect('faults lists them all', JSON.parse(cli('faults', '--json')).length === faults.length);

const harness = await createHarness({ store: 'sqlite:logins.db', dataDir: 'data' });
const good = await harness.signIn();
expect('a login is accepted, into SQLite', good.accepted && good.secondOpinion?.accepted !== false);
const bad = await harness.signIn({ faults: ['wrong-audience'] });
expect('a fault is refused for its reason', bad.diagnosis.rootCause === 'audience-matches');
const page = await fetch(`${harness.url}/logins/${bad.id}`);
expect('the inspector shows it', (await page.text()).includes('audience-matches'));
const again = await diagnose(good.received.samlResponse ?? '', { at: 'issued' });
expect('diagnose() reads it', again.findings.length > 50);
await harness.stop();

const verbatim = await createHarness({ verbatim: true });
expect('a verbatim rehearsal listens', (verbatim.verbatim?.hosts.length ?? 0) > 0);
await verbatim.stop();
