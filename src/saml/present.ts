type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without its undefined properties: what is not in a message is absent, not undefined. */
export function present<T extends object>(pieces: T): Present<T> {
  const kept: Record<string, unknown> = {};
  for (const key in pieces) if (pieces[key] !== undefined) kept[key] = pieces[key];
  return kept as Present<T>;
}
