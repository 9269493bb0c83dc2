import { Option } from 'commander';
import type { Define } from '../program.js';
import { addHarnessFlags } from './harness-flags.js';
import { atLeastOne } from './logins.js';
import { addReportFlags } from './report-flags.js';

export const defineWait: Define = (program, io, done) => {
  const command = program
    .command('wait')
    .description('Wait for the next login at a running harness; its verdict is the exit code.');
  addReportFlags(addHarnessFlags(command), 'print the login as JSON')
    .addOption(new Option('--timeout <seconds>', 'give up after this long').argParser(atLeastOne).default(300))
    .option(
      '--after <id>',
      'a login that began after this one will do, even if it is answered already; 0 is before all',
    )
    .option('--record <file>', 'write the record of the login there, for replay')
    .addHelpText('after', EXAMPLES)
    .action(async (flags) => {
      const { wait } = await import('../commands/wait.js');
      done(await wait(flags, io));
    });
};

const EXAMPLES = `
Examples:
  saml-rehearsal wait --timeout 60 && echo accepted
  saml-rehearsal wait --record record.json --reporter junit --output login.xml
  saml-rehearsal wait --after 0 --timeout 10     # the first login of a harness just started`;
