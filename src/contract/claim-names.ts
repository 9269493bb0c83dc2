/** A claim is named in full or by its last segment, which must then fit one claim only. */
export function claimsNamed(name: string, claims: Readonly<Record<string, readonly string[]>>): string[] {
  if (Object.hasOwn(claims, name)) return [name];
  return Object.keys(claims).filter((full) => lastSegment(full) === name);
}

export function lastSegment(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':'), name.lastIndexOf('#')) + 1);
}

/** The last segment where that names this claim only, else the full name. */
export function shortestName(name: string, claims: Readonly<Record<string, readonly string[]>>): string {
  const short = lastSegment(name);
  const [only, ...others] = claimsNamed(short, claims);
  return only === name && others.length === 0 ? short : name;
}
