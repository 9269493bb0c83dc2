import type { Command } from 'commander';

/** Which running harness is asked. */
export function addHarnessFlags(command: Command): Command {
  return command
    .option('--url <origin>', 'where the harness runs (default: SAML_REHEARSAL_URL, else http://localhost:7010)')
    .option('--token <token>', 'its token, if it asks for one (default: SAML_REHEARSAL_TOKEN)');
}
