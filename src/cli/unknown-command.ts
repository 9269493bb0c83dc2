import type { Command } from 'commander';
import { HarnessError } from '../errors.js';
import { nearest } from '../spelling.js';

/** With a default command, commander would take a misspelt one for an argument of it. */
export function refuseUnknownCommand([first]: readonly string[], program: Command): void {
  const names = program.commands.flatMap((command) => [command.name(), ...command.aliases()]);
  if (first === undefined || first.startsWith('-') || first === 'help' || names.includes(first)) return;
  const meant = nearest(first, names);
  throw new HarnessError(
    'COMMAND_UNKNOWN',
    `There is no command "${first}"${meant === undefined ? '.' : `; did you mean "${meant}"?`}`,
    `The commands are ${names.join(', ')}. saml-rehearsal --help tells what they do.`,
  );
}
