import { createHash } from 'node:crypto';
import type { Random } from '../clock.js';

/** The same bytes for the same seed: SHA-256 of the seed and a counter. For faults that have to be reproducible, never for keys. */
export function seededRandom(seed: string): Random {
  let counter = 0;
  return {
    bytes(length) {
      const blocks: Uint8Array[] = [];
      for (let made = 0; made < length; made += 32) {
        blocks.push(createHash('sha256').update(`${seed}\n${counter++}`).digest());
      }
      return Uint8Array.from(Buffer.concat(blocks).subarray(0, length));
    },
  };
}
