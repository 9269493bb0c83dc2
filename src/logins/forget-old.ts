import type { Login } from './login.js';
import type { Memory } from './open-sqlite.js';
import { defined } from './views.js';

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

/** What is stored is measured again when so much may have come on top: measuring goes through all of it. */
const SLACK = 1 / 64;
/** What a record holds besides the message: verdict, findings, certificates. */
const ASIDE_BYTES = 40 * 1024;

const unmeasured = new WeakMap<Memory, number>();

/** Drops the oldest logins beyond what is kept, whether they were answered or only begun. */
export async function forgetOld({ memory, keep }: Keeping, now: Date, added?: Login): Promise<void> {
  if (!keep) return;
  const since = keep.days === undefined ? undefined : new Date(now.getTime() - keep.days * 86_400_000);
  const isDue = keep.bytes !== undefined && isMeasureDue(memory, keep.bytes, added);
  await memory.logins.trim(defined({ count: keep.count, since, bytes: isDue ? keep.bytes : undefined }));
}

function isMeasureDue(memory: Memory, bytes: number, added: Login | undefined): boolean {
  const before = unmeasured.get(memory);
  const message = added?.state === 'answered' ? (added.received.samlResponse?.length ?? 0) : 0;
  const since = (before ?? 0) + 2 * message + ASIDE_BYTES;
  const isDue = before === undefined || since > bytes * SLACK;
  unmeasured.set(memory, isDue ? 0 : since);
  return isDue;
}
