import { claimsNamed, shortestName } from './claim-names.js';
import type { ClaimTerms, ClaimWord, ContractFacts } from './contract.js';
import { counted, misfits, quoted, type Violation } from './violation.js';

export function claimViolations(name: string, given: ClaimTerms | ClaimWord, facts: ContractFacts): Violation[] {
  const at = ['claims', name];
  const found = claimsNamed(name, facts.claims);
  if (given === 'forbidden') return found.length > 0 ? [unwanted(at, found, facts)] : [];
  const terms: ClaimTerms = typeof given === 'string' ? { required: given === 'required' } : given;
  if (found.length > 1) return [ambiguous(at, name, found)];
  if (found.length === 0) return terms.required === false || terms.count === 0 ? [] : [missing(at, name, facts)];
  const values = facts.claims[found[0] as string] ?? [];
  return [...countViolations(at, terms, values), ...valueViolations(at, terms, values)];
}

export function forbiddenViolations(forbid: readonly string[], facts: ContractFacts): Violation[] {
  return forbid.flatMap((name, index) => {
    const found = claimsNamed(name, facts.claims);
    return found.length > 0 ? [unwanted(['forbid', String(index)], found, facts)] : [];
  });
}

function unwanted(keys: readonly string[], found: readonly string[], { claims }: ContractFacts): Violation {
  const actual = found.map((name) => `${name} = ${quoted(claims[name] ?? [])}`).join('; ');
  return { keys, message: `The claim ${found.join(', ')} must not come.`, expected: 'no such claim', actual };
}

function ambiguous(keys: readonly string[], name: string, found: readonly string[]): Violation {
  const message = `Several claims end in "${name}"; name the one that is meant in full.`;
  return { keys, message, expected: 'one claim of that name', actual: found.join(', ') };
}

function missing(at: readonly string[], name: string, { claims }: ContractFacts): Violation {
  const present = Object.keys(claims);
  return {
    keys: at,
    message: `The claim ${name} is missing. Entra leaves out a claim whose source attribute is empty.`,
    expected: `a claim ${name}`,
    actual:
      present.length > 0 ? `only ${present.map((one) => shortestName(one, claims)).join(', ')}` : 'no claims at all',
  };
}

function countViolations(at: readonly string[], terms: ClaimTerms, values: readonly string[]): Violation[] {
  const limits = [
    ['count', terms.count, (limit: number) => values.length === limit, 'exactly'],
    ['min', terms.min, (limit: number) => values.length >= limit, 'at least'],
    ['max', terms.max, (limit: number) => values.length <= limit, 'at most'],
    ['maxItems', terms.maxItems, (limit: number) => values.length <= limit, 'at most'],
  ] as const;
  return limits.flatMap(([key, limit, holds, word]): Violation[] => {
    if (limit === undefined || holds(limit)) return [];
    const message = `The claim ${at[1]} has ${counted(values.length)}.`;
    return [{ keys: [...at, key], message, expected: `${word} ${counted(limit)}`, actual: counted(values.length) }];
  });
}

function valueViolations(at: readonly string[], terms: ClaimTerms, values: readonly string[]): Violation[] {
  const found: Violation[] = [];
  const say = (key: string, message: string, expected: string, actual = quoted(values)) =>
    found.push({ keys: [...at, key], message: `The claim ${at[1]} ${message}`, expected, actual });
  const { equals, includes, excludes, oneOf, pattern } = terms;
  const wanted = typeof equals === 'string' ? [equals] : equals;
  if (wanted && !(wanted.length === values.length && wanted.every((value, index) => value === values[index])))
    say('equals', 'has another value.', quoted(wanted));
  const absent = includes?.filter((value) => !values.includes(value)) ?? [];
  if (absent.length > 0) say('includes', `lacks ${quoted(absent)}.`, `among the values: ${quoted(includes ?? [])}`);
  const unwelcome = excludes?.filter((value) => values.includes(value)) ?? [];
  if (unwelcome.length > 0) say('excludes', `holds ${quoted(unwelcome)}.`, `none of: ${quoted(excludes ?? [])}`);
  const strange = oneOf ? values.filter((value) => !oneOf.includes(value)) : [];
  if (strange.length > 0)
    say('oneOf', 'has a value that is not allowed.', `one of: ${quoted(oneOf ?? [])}`, quoted(strange));
  const misfit = pattern === undefined ? [] : misfits(values, pattern);
  if (misfit.length > 0) say('pattern', 'does not fit the pattern.', `/${pattern}/`, quoted(misfit));
  return found;
}
