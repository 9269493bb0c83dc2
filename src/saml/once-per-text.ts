/** How much is remembered: the oldest half is forgotten when there are more, and longer texts never are. */
export interface Remembered {
  readonly most: number;
  /** Characters. */
  readonly longest: number;
}

/**
 * The same answer for the same text, without asking again. Messages bring the same few names, URIs and certificates again and again;
 * whoever sends thousands of new ones only pushes those out.
 *
 * @param read A pure function; what it throws, and `undefined`, is not remembered.
 */
export function oncePerText<T>(read: (text: string) => T, { most, longest }: Remembered): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    if (answer === undefined || text.length > longest) return answer;
    if (kept.size >= most) for (const oldest of [...kept.keys()].slice(0, most / 2)) kept.delete(oldest);
    kept.set(text, answer);
    return answer;
  };
}
