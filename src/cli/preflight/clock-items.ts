import { duration } from '../../diagnosis/time-words.js';
import type { PreflightItem } from './item.js';

/** Entra dates its assertions five minutes back (captures of 2021 to 2025), so a slow clock shows itself only after that. */
const TOLERATED_MS = 60_000;
const BREAKING_MS = 180_000;
const TIMEOUT_MS = 10_000;

/** This machine's clock against the `Date` the IdP's server answers with, whole seconds. */
export async function clockItems(source: string, now: () => Date): Promise<PreflightItem[]> {
  if (!/^https?:/i.test(source))
    return [
      {
        id: 'clock',
        status: 'unknown',
        summary: 'The clock was not compared: give the metadata as a URL, whose server tells the time.',
      },
    ];
  const before = now().getTime();
  const header = await fetch(source, { method: 'HEAD', signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
    (response) => response.headers.get('date'),
    () => null,
  );
  const theirs = Date.parse(header ?? '');
  if (Number.isNaN(theirs))
    return [{ id: 'clock', status: 'unknown', summary: 'The server of the metadata did not tell the time.' }];
  return [judgeClock(theirs, (before + now().getTime()) / 2)];
}

/** Both in Unix milliseconds: the same moment on the IdP's clock and on ours. */
export function judgeClock(theirs: number, ours: number): PreflightItem {
  const off = ours - theirs;
  const id = 'clock';
  if (Math.abs(off) < TOLERATED_MS)
    return { id, status: 'ok', summary: 'This clock and that of the IdP agree within a minute.' };
  const words = `This clock is ${duration(Math.abs(off))} ${off > 0 ? 'fast' : 'slow'} against the server of the metadata.`;
  const remedy = 'Switch on time synchronisation (NTP) on this machine.';
  return { id, status: Math.abs(off) < BREAKING_MS ? 'warning' : 'problem', summary: words, remedy };
}
