/** The only sources of time and chance. Everything that needs either is handed one of these; nothing calls `Date.now()` itself. */

import { randomFillSync } from 'node:crypto';

/** A source of the present instant. */
export interface Clock {
  now(): Date;
}

/** A source of unpredictable bytes. */
export interface Random {
  bytes(length: number): Uint8Array;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** The machine's own cryptographic random source. */
export const systemRandom: Random = { bytes: (length) => randomFillSync(new Uint8Array(length)) };

/** Starts measuring; what it returns says how many seconds have passed. For measurements only: no verdict depends on it. */
export function stopwatch(): () => number {
  const began = performance.now();
  return () => (performance.now() - began) / 1_000;
}
