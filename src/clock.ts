/** The only sources of time and chance. Everything that needs either is handed one of these; nothing calls `Date.now()` itself. */

import { randomFillSync } from 'node:crypto';

/** A source of the present instant. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

/** A source of unpredictable bytes. */
export interface Random {
  /** So many bytes, each from 0 to 255. */
  bytes(length: number): Uint8Array;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** The machine's own cryptographic random source, asked for many bytes at a time; each is handed out once. */
export const systemRandom: Random = {
  bytes: (length) => (length > POOL ? randomFillSync(new Uint8Array(length)) : fromPool(length)),
};

const POOL = 1024;
const pool = new Uint8Array(POOL);
let unused = 0;

function fromPool(length: number): Uint8Array {
  if (length > unused) {
    randomFillSync(pool);
    unused = POOL;
  }
  const start = POOL - unused;
  unused -= length;
  const bytes = pool.slice(start, start + length);
  pool.fill(0, start, start + length);
  return bytes;
}

/** Starts measuring; what it returns says how many seconds have passed. For measurements only: no verdict depends on it. */
export function stopwatch(): () => number {
  const began = performance.now();
  return () => (performance.now() - began) / 1_000;
}
