import { systemClock, systemRandom } from '../clock.js';
import { EXIT } from './exit-codes.js';
import { printFault } from './print-error.js';
import { runCli } from './run-cli.js';
import { stopSignal } from './stop-signal.js';

const { stdin, stdout, stderr, env } = process;
for (const output of [stdout, stderr]) output.on('error', () => process.exit(process.exitCode ?? 0));
const world = { stdin, stdout, stderr, env, cwd: process.cwd(), clock: systemClock, random: systemRandom };
// What breaks outside a command would end with 1, which says that a login was refused.
process.on('uncaughtException', (error) => {
  printFault(world, error, process.argv.includes('--json'));
  process.exit(EXIT.fault);
});
void runCli(process.argv.slice(2), { ...world, stopSignal: () => stopSignal(process) }).then((code) => {
  process.exitCode = code;
});
