import { CommanderError } from 'commander';
import { systemClock, systemRandom } from '../clock.js';
import { HarnessError } from '../errors.js';
import type { CliIo } from './cli-io.js';
import { EXIT } from './exit-codes.js';
import { inertIo } from './inert.js';
import { printError, printFault } from './print-error.js';
import { createProgram } from './program.js';
import { refuseUnknownCommand } from './unknown-command.js';

/**
 * Runs one command line in this process.
 *
 * @param argv without the interpreter and the script
 * @returns the exit code: 0 healthy, 1 findings, 2 usage or configuration, 70 our own fault
 */
export async function runCli(
  argv: readonly string[],
  given: Omit<CliIo, 'clock' | 'random'> & Partial<CliIo>,
): Promise<number> {
  const io = inertIo({ clock: systemClock, random: systemRandom, ...given });
  let code: number = EXIT.healthy;
  const asJson = argv.includes('--json');
  const done = (result: number) => {
    code = result;
  };
  const program = createProgram(io, done, asJson);
  try {
    refuseUnknownCommand(argv, program);
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.healthy : EXIT.usage;
    if (error instanceof HarnessError) {
      printError(io, error, asJson);
      return OUR_FAULTS.has(error.code) ? EXIT.fault : EXIT.usage;
    }
    printFault(io, error, asJson);
    return EXIT.fault;
  }
}

const OUR_FAULTS = new Set(['REDACTION_INCOMPLETE']);
