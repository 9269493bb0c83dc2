import { InvalidArgumentError, Option } from 'commander';
import type { Define } from '../program.js';
import { addHarnessFlags } from './harness-flags.js';
import { addReportFlags } from './report-flags.js';

export const defineLogins: Define = (program, io, done) => {
  const command = program
    .command('logins')
    .description('List the logins of a running harness, or show one.')
    .argument('[id]', 'id of a login, or "latest"; none: list');
  addReportFlags(addHarnessFlags(command), 'print JSON; of one login the record, for replay')
    .option('--accepted', 'only accepted ones')
    .option('--refused', 'only refused ones')
    .option('--failed <check>', 'only those in which this check failed')
    .option('--name-id <value>', 'only those with this NameID')
    .addOption(new Option('--limit <n>', 'at most this many').argParser(atLeastOne).default(20))
    .option('--record <file>', 'write the record of that one login there, for replay')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string | undefined, flags) => {
      const { logins } = await import('../commands/logins.js');
      done(await logins(id, flags, io));
    });
};

export function atLeastOne(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('Give a whole number, 1 or more.');
  return Number(value);
}

const EXAMPLES = `
Examples:
  saml-rehearsal logins --refused
  saml-rehearsal logins latest
  saml-rehearsal logins latest --record record.json && saml-rehearsal replay record.json
  saml-rehearsal logins latest --reporter html --output login.html`;
