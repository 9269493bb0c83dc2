/** For an option that may be given several times: every value, in order. */
export function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
