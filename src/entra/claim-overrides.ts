import type { AttributePlan } from '../saml/response-plan.js';

/** For one login: replaces the claim of that attribute name, adds it, or with `null` leaves it out. */
export type ClaimOverrides = Readonly<Record<string, string | readonly string[] | null>>;

export function overrideClaims(claims: readonly AttributePlan[], overrides: ClaimOverrides): readonly AttributePlan[] {
  const wanted = new Map(Object.entries(overrides));
  const kept = claims.flatMap((claim) => {
    const values = wanted.get(claim.name ?? '');
    wanted.delete(claim.name ?? '');
    if (values === undefined) return [claim];
    return values === null ? [] : [{ ...claim, values: asList(values) }];
  });
  const added = [...wanted].flatMap(([name, values]) => (values === null ? [] : [{ name, values: asList(values) }]));
  return [...kept, ...added];
}

function asList(values: string | readonly string[]): readonly string[] {
  return typeof values === 'string' ? [values] : values;
}
