import type { HarnessError } from '../errors.js';
import { type CliIo, wantsColor } from './cli-io.js';

/** An error of use or configuration: code, what is wrong, what to do. */
export function printError(io: CliIo, { code, message, remedy }: HarnessError, asJson: boolean): void {
  if (asJson) return void io.stderr.write(`${JSON.stringify({ error: { code, message, remedy } })}\n`);
  const label = wantsColor(io, io.stderr) ? `\u001b[1;31m${code}\u001b[0m` : code;
  io.stderr.write(`${label}: ${message}\n${remedy}\n`);
}

/** Something broke that should not have. */
export function printFault(io: CliIo, error: unknown, asJson: boolean): void {
  const message = error instanceof Error ? error.message : String(error);
  if (asJson) return void io.stderr.write(`${JSON.stringify({ error: { code: 'INTERNAL', message } })}\n`);
  const stack = io.env['DEBUG'] && error instanceof Error ? `${error.stack}\n` : '';
  io.stderr.write(
    `INTERNAL: ${message}\nThis is a fault of saml-rehearsal, not of your message. DEBUG=1 shows where.\n${stack}`,
  );
}
