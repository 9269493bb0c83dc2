import type { Clock, Random } from '../clock.js';

const TIME_DIGITS = 9;
const CHANCE_DIGITS = 10;

/**
 * Ids that sort as the logins began: milliseconds in base 36, then chance. Every store pages by them, so no store needs an
 * offset. Two ids made in one millisecond by one maker keep their order.
 */
export function createLoginIds(clock: Clock, random: Random): () => string {
  let last = 0;
  return () => {
    last = Math.max(clock.now().getTime(), last + 1);
    const chance = [...random.bytes(CHANCE_DIGITS)].map((byte) => (byte % 36).toString(36)).join('');
    return `${last.toString(36).padStart(TIME_DIGITS, '0')}${chance}`;
  };
}

/** The smallest id a login that began at this moment can have: a bound for removing old ones. */
export function firstIdOf(moment: Date): string {
  return moment.getTime().toString(36).padStart(TIME_DIGITS, '0');
}
