import { claimsNamed } from '../../contract/claim-names.js';
import type { MatcherResult } from '../matcher-result.js';
import { loginWithClaims, misused } from '../subject.js';

/**
 * The verified claims hold one of this name (the full URI or its last segment, e.g. `emailaddress`) and, if given, this
 * value among its values, or exactly these values when an array is given.
 */
export function toHaveClaim(
  subject: unknown,
  name: string,
  value?: string | RegExp | readonly string[],
): MatcherResult {
  const login = loginWithClaims(subject);
  const names = claimsNamed(name, login.claims);
  if (names.length > 1)
    throw misused(`Several claims end in "${name}": ${names.join(', ')}.`, 'Give the name in full.');
  const values = login.claims[names[0] ?? ''] ?? [];
  const pass = login.verified && names.length === 1 && holds(values, value);
  return {
    pass,
    message: () => {
      if (pass) return `Expected no claim ${describe(name, value)}, but the login carries it: ${quote(values)}`;
      const unverified = login.verified ? '' : '\n  The claims of this login stand under no trusted signature.';
      if (names.length === 0) {
        return `Expected a claim ${describe(name, value)}, but there is none of that name.\n  present  ${Object.keys(login.claims).join('\n           ') || 'no claims at all'}${unverified}`;
      }
      return `Expected a claim ${describe(name, value)}\n  actual  ${quote(values)}${unverified}`;
    },
  };
}

function holds(values: readonly string[], wanted: string | RegExp | readonly string[] | undefined): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === 'string') return values.includes(wanted);
  if (wanted instanceof RegExp) return values.some((value) => value.search(wanted) >= 0);
  return values.length === wanted.length && wanted.every((value, index) => values[index] === value);
}

function describe(name: string, wanted: string | RegExp | readonly string[] | undefined): string {
  if (wanted === undefined) return name;
  return `${name} = ${wanted instanceof RegExp ? String(wanted) : quote(wanted)}`;
}

const quote = (value: string | readonly string[]): string => JSON.stringify(value);
