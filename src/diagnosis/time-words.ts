/** Instants and durations as people say them. */

/** ISO 8601 in UTC, without milliseconds when there are none. */
export function utc(ms: number): string {
  const iso = new Date(ms).toISOString();
  return iso.endsWith('.000Z') ? `${iso.slice(0, -5)}Z` : iso;
}

const UNITS = [
  ['year', 365 * 86_400_000],
  ['day', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** `4 min 12 s`, `2 days 3 h`: the two largest units, never negative. */
export function duration(ms: number): string {
  if (ms === 0) return '0 s';
  if (Math.abs(ms) < 1000) return `${Math.round(Math.abs(ms))} ms`;
  const whole = Math.round(Math.abs(ms) / 1000) * 1000;
  const first = UNITS.findIndex(([, length]) => whole >= length);
  const parts: string[] = [];
  let rest = whole;
  for (const [name, length] of UNITS.slice(first, first + 2)) {
    const amount = Math.floor(rest / length);
    rest -= amount * length;
    if (amount > 0) parts.push(`${amount} ${(name === 'year' || name === 'day') && amount > 1 ? `${name}s` : name}`);
  }
  return parts.join(' ');
}

/** `no clock skew allowed` or `clock skew allowed: 3 min`. */
export function skewWords(clockSkewMs: number): string {
  return clockSkewMs === 0 ? 'no clock skew allowed' : `clock skew allowed: ${duration(clockSkewMs)}`;
}

/** The smallest whole number of seconds of skew that would have made the difference. */
export function skewNeeded(ms: number): string {
  return `${Math.max(1, Math.ceil(ms / 1000))} s`;
}
