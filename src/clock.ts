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
