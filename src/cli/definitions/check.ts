import { Option } from 'commander';
import type { Define } from '../program.js';
import { addHarnessFlags } from './harness-flags.js';
import { addJudgingFlags } from './judging-flags.js';

export const CHECK_REPORTERS = ['text', 'json', 'junit', 'github'] as const;

export const defineCheck: Define = (program, io, done) => {
  const command = program
    .command('check')
    .description('Hold a login against a claim contract, or write a contract from a good login.')
    .argument(
      '[what]',
      'a message or record as diagnose takes it, - for stdin, or the id of a login of a running harness',
    );
  addHarnessFlags(addJudgingFlags(command))
    .option('--contract <file>', 'the contract, YAML or JSON')
    .option('--infer', 'print a contract that the login keeps')
    .option('--schema', 'print the JSON Schema of a contract')
    .addOption(new Option('--reporter <name>', 'form of the answer').choices(CHECK_REPORTERS).default('text'))
    .option('--output <file>', 'write the answer there instead of to stdout')
    .option('--json', 'short for --reporter json')
    .addHelpText('after', EXAMPLES)
    .action(async (what: string | undefined, flags) => {
      const { check } = await import('../commands/check.js');
      done(await check(what, flags, io));
    });
};

const EXAMPLES = `
A contract:
  nameId: { format: emailAddress, pattern: '@contoso\\.com$', equalsClaim: emailaddress }
  claims:
    givenname: required
    groups: { min: 1, maxItems: 150 }
  forbid: [ "http://schemas.microsoft.com/claims/groups.link" ]
  signature: { algorithms: [rsa-sha256], covers: [assertion] }

Examples:
  saml-rehearsal check response.xml --idp-metadata metadata.xml --at issued --contract contract.yaml
  saml-rehearsal check latest --infer > contract.yaml
  saml-rehearsal check latest --contract contract.yaml`;
