import { Option } from 'commander';
import type { Define } from '../program.js';
import { collected } from './collected.js';

export const PROBE_REPORTERS = ['text', 'json', 'junit'] as const;

export const defineProbe: Define = (program, io, done) => {
  program
    .command('probe')
    .description('Try every fault on a service provider of yours, and tell by what it shows which it lets in.')
    .requiredOption('--acs <url>', 'its AssertionConsumerService')
    .requiredOption('--entity-id <uri>', 'its Identifier (Entity ID)')
    .requiredOption(
      '--signed-in <url|regex|cookie>',
      'the evidence: a page that only somebody signed in sees, a /pattern/ on the page a login ends on, or the cookie that opens it',
    )
    .option('--start <url>', 'where a login starts at the service provider (default: every response is unsolicited)')
    .addOption(new Option('--fault <id>', 'try only this one (repeatable)').argParser(collected))
    .option('--user <upn>', 'who signs in', 'B.Simon@contoso.com')
    .option('--sp-cert <file>', 'certificate of the service provider, PEM, for faults of encryption')
    .option('--data-dir <folder>', 'where the key of the stand-in is, as for start', '.saml-rehearsal')
    .option('--metadata', 'print the metadata the service provider has to trust, and try nothing')
    .addOption(new Option('--reporter <name>', 'form of the answer').choices(PROBE_REPORTERS).default('text'))
    .option('--output <file>', 'write the answer there instead of to stdout')
    .option('--json', 'short for --reporter json')
    .option('--i-own-this-host', 'probe a host that is not this machine')
    .addHelpText('after', EXAMPLES)
    .action(async (flags) => {
      const { probe } = await import('../commands/probe.js');
      done(await probe(flags, io));
    });
};

const EXAMPLES = `
The service provider has to trust the stand-in first: give it what --metadata prints.

Examples:
  saml-rehearsal probe --acs http://localhost:3000/acs --entity-id my-app --signed-in http://localhost:3000/me --metadata > idp.xml
  saml-rehearsal probe --acs http://localhost:3000/acs --entity-id my-app --signed-in http://localhost:3000/me
  saml-rehearsal probe --acs http://localhost:3000/acs --entity-id my-app --start http://localhost:3000/login --signed-in "/Welcome, B\\. Simon/"
  saml-rehearsal probe --acs http://localhost:3000/acs --entity-id my-app --signed-in connect.sid --reporter junit --output probe.xml`;
