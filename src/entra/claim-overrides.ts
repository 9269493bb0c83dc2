import type { AttributePlan } from '../saml/response-plan.js';

/**
 * For one login: replaces the claim of that attribute name, adds it, or with `null` leaves it out. Its last segment will do where
 * only one claim ends so.
 */
export type ClaimOverrides = Readonly<Record<string, string | readonly string[] | null>>;

export function overrideClaims(claims: readonly AttributePlan[], overrides: ClaimOverrides): readonly AttributePlan[] {
  const names = claims.flatMap(({ name }) => name ?? []);
  const wanted = new Map(Object.entries(overrides).map(([name, values]) => [fullName(name, names), values] as const));
  const kept = claims.flatMap((claim) => {
    const values = wanted.get(claim.name ?? '');
    wanted.delete(claim.name ?? '');
    if (values === undefined) return [claim];
    return values === null ? [] : [{ ...claim, values: asList(values) }];
  });
  const added = [...wanted].flatMap(([name, values]) => (values === null ? [] : [{ name, values: asList(values) }]));
  return [...kept, ...added];
}

function fullName(given: string, names: readonly string[]): string {
  if (names.includes(given)) return given;
  const meant = names.filter((name) => name.endsWith(`/${given}`));
  return meant.length === 1 ? (meant[0] as string) : given;
}

function asList(values: string | readonly string[]): readonly string[] {
  return typeof values === 'string' ? [values] : values;
}
