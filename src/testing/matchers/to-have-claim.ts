import { claimsNamed, shortestName } from '../../contract/claim-names.js';
import { nearest } from '../../spelling.js';
import type { MatcherResult } from '../matcher-result.js';
import { remedyLine, unverifiedLines } from '../remedy-text.js';
import { type LoginWithClaims, loginWithClaims, misused } from '../subject.js';

type Wanted = string | RegExp | readonly string[] | undefined;

/**
 * The verified claims hold one of this name (the full URI or its last segment, e.g. `emailaddress`) and, if given, this
 * value among its values, or exactly these values when an array is given.
 */
export function toHaveClaim(subject: unknown, name: string, value?: Wanted): MatcherResult {
  const login = loginWithClaims(subject);
  const names = claimsNamed(name, login.claims);
  if (names.length > 1)
    throw misused(`Several claims end in "${name}": ${names.join(', ')}.`, 'Give the name in full.');
  const values = names[0] === undefined ? undefined : (login.claims[names[0]] ?? []);
  const isThere = values !== undefined && holds(values, value);
  const pass = login.verified && isThere;
  return {
    pass,
    message: () => {
      if (pass) return `Expected no claim ${describe(name, value)}, but the login carries it: ${quote(values)}`;
      return [
        values === undefined
          ? `Expected a claim ${describe(name, value)}, but there is none of that name.`
          : `Expected a claim ${describe(name, value)}.`,
        ...(values === undefined
          ? present(name, login)
          : [`  expected  ${wording(value)}`, `  actual    ${quote(values)}`]),
        ...(login.verified ? [] : unverifiedLines(login.diagnosis)),
        ...(isThere ? [] : [remedyLine('entra/claims', remedyFor(name, values))]),
      ].join('\n');
    },
  };
}

function present(name: string, { claims }: LoginWithClaims): string[] {
  const names = Object.keys(claims).map((one) => shortestName(one, claims));
  const meant = nearest(name, names);
  return [
    ...(meant === undefined ? [] : [`  Did you mean "${meant}"?`]),
    `  expected  a claim ${name}`,
    `  actual    ${names.length === 0 ? 'no claims at all' : `only ${names.join(', ')}`}`,
  ];
}

const remedyFor = (name: string, values: readonly string[] | undefined): string =>
  values === undefined
    ? `Add the claim ${name}, and see that the user has a value for its source attribute: Entra leaves out a claim without one.`
    : `See which source attribute the claim ${name} has, or change the expectation.`;

function holds(values: readonly string[], wanted: Wanted): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === 'string') return values.includes(wanted);
  if (wanted instanceof RegExp) return values.some((value) => value.search(wanted) >= 0);
  return values.length === wanted.length && wanted.every((value, index) => values[index] === value);
}

function describe(name: string, wanted: Wanted): string {
  if (wanted === undefined) return name;
  return `${name} = ${wanted instanceof RegExp ? String(wanted) : quote(wanted)}`;
}

function wording(wanted: Wanted): string {
  if (wanted === undefined) return 'any value';
  if (wanted instanceof RegExp) return `a value that fits ${String(wanted)}`;
  return typeof wanted === 'string' ? `${quote(wanted)} among its values` : `exactly ${quote(wanted)}`;
}

const quote = (value: string | readonly string[]): string => JSON.stringify(value);
