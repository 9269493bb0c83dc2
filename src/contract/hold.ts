/** Holds a login against a contract rule by rule: those it keeps stand beside those it breaks. */

import { claimsNamed, lastSegment } from './claim-names.js';
import type { ClaimTerms, ClaimWord, Contract, ContractFacts, ContractViolation, NamedContract } from './contract.js';
import { evaluateContract } from './evaluate.js';
import { pathOf } from './terms-path.js';
import { counted, quoted } from './violation.js';

/** One demand of a contract, and what a login has there. */
export interface ContractRule {
  /** Empty for what every contract demands: that the claims stand under a trusted signature. */
  readonly path: string;
  /** In the contract's file. */
  readonly line?: number;
  /** True when the login keeps it. */
  readonly met: boolean;
  /** What is demanded, in words. */
  readonly expected: string;
  /** What the login has there, in words. */
  readonly actual: string;
  /** Every way in which it is broken; empty when it is kept. */
  readonly violations: readonly ContractViolation[];
}

/** What a contract says of one login. */
export interface HeldContract {
  /** The contract's file as it was given, else what it is called. */
  readonly name: string;
  /** Where it was read from; absent when it came from no file. */
  readonly file?: string;
  /** In the order of the contract; the first is that the claims are verified. */
  readonly rules: readonly ContractRule[];
}

export const isNamed = (given: Contract | NamedContract): given is NamedContract => 'contract' in given;

interface Rule {
  readonly keys: readonly string[];
  readonly expected: string;
  readonly actual: (facts: ContractFacts) => string;
}

export function holdAgainst({ name, file, contract, lineOf }: NamedContract, facts: ContractFacts): HeldContract {
  const violations = evaluateContract(contract, facts, lineOf);
  const rules = rulesOf(contract).map(({ keys, expected, actual }): ContractRule => {
    const broken = violations.filter((violation) => concerns(violation.keys, keys));
    const line = lineOf?.(keys);
    return {
      path: pathOf(keys),
      ...(line !== undefined && { line }),
      met: broken.length === 0,
      expected,
      actual: actual(facts),
      violations: broken,
    };
  });
  return { name, ...(file !== undefined && { file }), rules };
}

/** Each violation once, though one such as a missing NameID breaks several rules. */
export function violationsOf({ rules }: HeldContract): ContractViolation[] {
  const byPlace = new Map(
    rules.flatMap(({ violations }) => violations).map((one) => [`${one.path}\n${one.message}`, one]),
  );
  return [...byPlace.values()];
}

/** A violation of a term concerns the rule it belongs to; one of a whole section every rule of the section. */
function concerns(violated: readonly string[], rule: readonly string[]): boolean {
  if (violated.length === 0 || rule.length === 0) return violated.length === rule.length;
  const shared = Math.min(violated.length, rule.length);
  return violated.slice(0, shared).every((key, index) => key === rule[index]);
}

function rulesOf(contract: Contract): Rule[] {
  const { claims = {}, forbid = [], signature = {} } = contract;
  return [
    {
      keys: [],
      expected: 'claims and NameID under a valid signature of a published key',
      actual: ({ verified }) => (verified ? 'verified' : 'unverified'),
    },
    ...nameIdRules(contract.nameId ?? {}),
    ...Object.entries(claims).map(([name, terms]) => claimRule(name, terms)),
    ...forbid.map((name, index) => ({
      keys: ['forbid', String(index)],
      expected: `no claim ${name}`,
      actual: claimAsItIs(name),
    })),
    ...(['algorithms', 'digests', 'covers'] as const).flatMap((key) => signatureRule(key, signature[key])),
  ];
}

function nameIdRules({ format, pattern, equals, equalsClaim }: NonNullable<Contract['nameId']>): Rule[] {
  const value = ({ nameId }: ContractFacts) => (nameId === undefined ? 'no NameID' : quoted([nameId]));
  const rule = (key: string, wanted: string | undefined, expected: string, actual: Rule['actual'] = value): Rule[] =>
    wanted === undefined ? [] : [{ keys: ['nameId', key], expected, actual }];
  return [
    ...rule('format', format, `the format ${format}`, ({ nameIdFormat }) =>
      nameIdFormat === undefined ? 'no Format attribute' : asWanted(nameIdFormat, [format ?? '']),
    ),
    ...rule('pattern', pattern, `fits /${pattern}/`),
    ...rule('equals', equals, `exactly ${quoted([equals ?? ''])}`),
    ...rule('equalsClaim', equalsClaim, `the value of the claim ${equalsClaim}`),
  ];
}

function claimRule(name: string, terms: ClaimTerms | ClaimWord): Rule {
  return { keys: ['claims', name], expected: demandOf(terms), actual: claimAsItIs(name) };
}

const WORDS = { required: 'is there', optional: 'may be there', forbidden: 'no such claim' } as const;

function demandOf(terms: ClaimTerms | ClaimWord): string {
  if (typeof terms === 'string') return WORDS[terms];
  const { required, count, min, max, maxItems, equals, includes, excludes, oneOf, pattern } = terms;
  const most = max ?? maxItems;
  const demands = [
    count !== undefined && `exactly ${counted(count)}`,
    min !== undefined && `at least ${counted(min)}`,
    most !== undefined && `at most ${counted(most)}`,
    equals !== undefined && `exactly ${quoted([equals].flat())}`,
    includes && `among them ${quoted(includes)}`,
    excludes && `none of ${quoted(excludes)}`,
    oneOf && `each one of ${quoted(oneOf)}`,
    pattern !== undefined && `each fits /${pattern}/`,
  ].filter((demand) => typeof demand === 'string');
  const presence = required === false ? ['if it is there'] : demands.length === 0 ? ['is there'] : [];
  return [...presence, ...demands].join(', ');
}

/** By its short name where the contract names it so. */
const asWanted = (value: string, wanted: readonly string[]): string =>
  wanted.includes(lastSegment(value)) || !wanted.some((one) => one.includes(':')) ? lastSegment(value) : value;

const claimAsItIs =
  (name: string) =>
  ({ claims }: ContractFacts): string => {
    const found = claimsNamed(name, claims);
    if (found.length > 1) return `several claims of that name: ${found.join(', ')}`;
    return found.length === 0 ? 'no such claim' : quoted(claims[found[0] as string] ?? []);
  };

function signatureRule(key: 'algorithms' | 'digests' | 'covers', wanted: readonly string[] | undefined): Rule[] {
  if (!wanted) return [];
  const used = ({ signatures = [] }: ContractFacts) => {
    const values = signatures.flatMap(({ covers, algorithm, digest }) =>
      key === 'covers' ? covers : key === 'algorithms' ? algorithm : (digest ?? []),
    );
    return values.length === 0
      ? 'no signature that holds'
      : [...new Set(values)].map((value) => asWanted(value, wanted)).join(', ');
  };
  const expected = key === 'covers' ? `signed: ${wanted.join(' and ')}` : wanted.join(' or ');
  return [{ keys: ['signature', key], expected, actual: used }];
}
