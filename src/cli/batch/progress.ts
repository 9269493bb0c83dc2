import type { CliIo } from '../cli-io.js';

const EVERY_MS = 2_000;

/** A line on the terminal every two seconds while something takes long; silent elsewhere. */
export function createProgress({ stderr, clock }: Pick<CliIo, 'stderr' | 'clock'>, total: number, things: string) {
  let said = clock.now().getTime();
  return (done: number): void => {
    const now = clock.now().getTime();
    if (!stderr.isTTY || now - said < EVERY_MS) return;
    said = now;
    stderr.write(`${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${things}\n`);
  };
}
