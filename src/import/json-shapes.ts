/** Careful steps into JSON that somebody else wrote. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Own property only, so that a key named `__proto__` or `constructor` is nothing special. */
export function own(value: unknown, key: string): unknown {
  const object = asObject(value);
  return object && Object.hasOwn(object, key) ? object[key] : undefined;
}

export function ownText(value: unknown, key: string): string | undefined {
  const found = own(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** `[{name, value}]` or `[[name, value]]`: both are in use for headers and form fields. */
export function namedValues(value: unknown): (readonly [string, string])[] {
  return asArray(value).flatMap((entry): (readonly [string, string])[] => {
    const name = Array.isArray(entry) ? entry[0] : ownText(entry, 'name');
    const text = Array.isArray(entry) ? entry[1] : ownText(entry, 'value');
    return typeof name === 'string' ? [[name, typeof text === 'string' ? text : '']] : [];
  });
}

export function headerValue(headers: unknown, name: string): string | undefined {
  return namedValues(headers).find(([given]) => given.toLowerCase() === name)?.[1];
}
