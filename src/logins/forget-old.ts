import type { Memory } from './open-sqlite.js';
import { defined } from './views.js';

/** How much is kept; everything when absent. */
export interface Keeping {
  readonly memory: Memory;
  readonly keep?: { readonly count?: number; readonly days?: number };
}

/** Drops the oldest logins beyond what is kept, whether they were answered or only begun. */
export async function forgetOld({ memory, keep }: Keeping, now: Date): Promise<void> {
  if (!keep) return;
  const since = keep.days === undefined ? undefined : new Date(now.getTime() - keep.days * 86_400_000);
  await memory.logins.trim(defined({ count: keep.count, since }));
}
