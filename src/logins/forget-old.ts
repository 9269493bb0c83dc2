import { present } from '../saml/present.js';
import type { Login } from './login.js';
import type { Memory } from './memory.js';

/** How much is kept; everything when absent. */
export interface Keep {
  readonly count?: number;
  readonly days?: number;
  /** Of the records themselves; a database takes some more for its indexes. */
  readonly bytes?: number;
}

export interface Keeping {
  readonly memory: Memory;
  readonly keep?: Keep;
}

/** What is stored is counted and measured again when so much may have come on top: both go through all of it. */
const SLACK = 1 / 64;
/** More than a record usually holds besides the message (verdict, findings, certificates): measuring too early is the safe side. */
const ASIDE_BYTES = 40 * 1024;

const unmeasured = new WeakMap<Memory, number>();
const MANY = 1000;
/** Whoever waits for an answer waits for what is removed meanwhile. */
const MOST_AT_ONCE = 500;
const roomLeft = new WeakMap<Memory, number>();

/** Drops the oldest logins beyond what is kept, whether they were answered or only begun. */
export async function forgetOld({ memory, keep }: Keeping, now: Date, added?: Login): Promise<void> {
  if (!keep) return;
  const since = keep.days === undefined ? undefined : new Date(now.getTime() - keep.days * 86_400_000);
  const count = keep.count === undefined ? undefined : countWhenDue(memory, keep.count);
  const bytes = keep.bytes !== undefined && isMeasureDue(memory, keep.bytes, added) ? keep.bytes : undefined;
  if (since === undefined && count === undefined && bytes === undefined) return;
  await memory.logins.trim(present({ count, since, bytes }));
}

/**
 * Few logins are counted after each; of thousands somewhat more than asked for is dropped at a time, so that there are never too
 * many and counting is rare.
 *
 * @returns How many to leave; undefined when there is room left from the time before.
 */
function countWhenDue(memory: Memory, count: number): number | undefined {
  const slack = count < MANY ? 0 : Math.min(MOST_AT_ONCE, Math.floor(count * SLACK));
  const room = (roomLeft.get(memory) ?? 0) - 1;
  roomLeft.set(memory, room < 0 ? slack : room);
  return room < 0 ? count - slack : undefined;
}

function isMeasureDue(memory: Memory, bytes: number, added: Login | undefined): boolean {
  const before = unmeasured.get(memory);
  const message = added?.state === 'answered' ? (added.received.samlResponse?.length ?? 0) : 0;
  const since = (before ?? 0) + 2 * message + ASIDE_BYTES;
  const isDue = before === undefined || since > bytes * SLACK;
  unmeasured.set(memory, isDue ? 0 : since);
  return isDue;
}
