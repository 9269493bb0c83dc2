import { HarnessError } from '../../errors.js';

/** Lets so many through at one time; others wait in line, and when the line is full they are turned away. */
export interface Turnstile {
  /** @throws HarnessError `TOO_BUSY`. */
  pass<T>(work: () => Promise<T>): Promise<T>;
  waiting(): number;
}

export function createTurnstile(atOnce: number, line: number): Turnstile {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    waiting: () => waiting.length,
    async pass(work) {
      if (inside >= atOnce) {
        if (waiting.length >= line) throw busy(atOnce, line);
        // Whoever leaves hands the place on, so that nobody who comes later gets in between.
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else inside += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else inside -= 1;
      }
    },
  };
}

const busy = (atOnce: number, line: number) =>
  new HarnessError(
    'TOO_BUSY',
    `${atOnce} messages are being judged and ${line} wait, so this one was not taken and not recorded.`,
    'Try again in a moment; the harness’s administrator can allow more with --max-posts-at-once and --max-posts-waiting.',
  );
