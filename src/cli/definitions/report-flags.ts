import { type Command, Option } from 'commander';

export const REPORTERS = ['text', 'json', 'junit', 'sarif', 'markdown', 'html', 'github'] as const;

/** In which form a login is reported, and where to; the same for every command that judges or shows one. */
export function addReportFlags(command: Command, json = 'short for --reporter json'): Command {
  return command
    .addOption(new Option('--reporter <name>', 'form of the answer').choices(REPORTERS).default('text'))
    .option('--output <file>', 'write the answer there instead of to stdout')
    .option('--json', json)
    .addOption(
      new Option('--redact', 'replace every value by a fingerprint (default for all reporters but text and json)'),
    )
    .option('--no-redact', 'leave every value in');
}
