/** Times as people read them: the instant in UTC to the second, and how long ago it was. */

const UNITS: readonly (readonly [number, string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
];

/** `3 min ago`, `just now`, or `in 2 h` for an instant that is still to come. */
export function ageInWords(at: Date, now: Date): string {
  const ms = now.getTime() - at.getTime();
  if (Math.abs(ms) < 1500) return 'just now';
  const [unit, name] = UNITS.find(([size]) => Math.abs(ms) >= size) ?? [1000, 's'];
  const words = `${Math.round(Math.abs(ms) / unit)} ${name}`;
  return ms > 0 ? `${words} ago` : `in ${words}`;
}

/** `2026-03-01 12:00:03 UTC`; a text that is no instant is given back as it is. */
export function instantInWords(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return text;
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

export function Instant({ iso }: { readonly iso: string }) {
  return <time dateTime={iso}>{instantInWords(iso)}</time>;
}

/** The age as of `now`; `live.js` keeps it current while the page is open. */
export function Age({ iso, now }: { readonly iso: string; readonly now: Date }) {
  return (
    <time dateTime={iso} title={instantInWords(iso)} data-age>
      {ageInWords(new Date(iso), now)}
    </time>
  );
}
