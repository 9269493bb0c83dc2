/** Which keys a contract may have, level by level, so that a typing mistake never reads as a satisfied term. */

import { HarnessError } from '../errors.js';
import { nearest } from '../spelling.js';
import { pathOf } from './terms-path.js';

export const KNOWN_KEYS = {
  contract: ['nameId', 'claims', 'forbid', 'signature'],
  nameId: ['format', 'pattern', 'equals', 'equalsClaim'],
  claim: ['required', 'count', 'min', 'max', 'maxItems', 'equals', 'includes', 'excludes', 'oneOf', 'pattern'],
  signature: ['algorithms', 'digests', 'covers'],
} as const;

/** @throws HarnessError `CONTRACT_INVALID`, naming every unknown key with the nearest known one. */
export function refuseUnknownKeys(contract: object): void {
  const problems = unknownKeys(contract);
  if (problems.length === 0) return;
  throw new HarnessError(
    'CONTRACT_INVALID',
    `The contract is not one we understand: ${problems.join(' ')}`,
    'Correct the keys; `saml-rehearsal check --schema` prints the JSON Schema that lists all of them.',
  );
}

function unknownKeys(contract: object): string[] {
  const top = new Map<string, unknown>(Object.entries(contract));
  return [
    ...unknownAmong(contract, KNOWN_KEYS.contract, []),
    ...unknownAmong(top.get('nameId'), KNOWN_KEYS.nameId, ['nameId']),
    ...unknownAmong(top.get('signature'), KNOWN_KEYS.signature, ['signature']),
    ...entriesOf(top.get('claims')).flatMap(([name, terms]) => unknownAmong(terms, KNOWN_KEYS.claim, ['claims', name])),
  ];
}

function unknownAmong(value: unknown, known: readonly string[], at: readonly string[]): string[] {
  return entriesOf(value)
    .filter(([key]) => !known.includes(key))
    .map(([key]) => sentenceOfUnknownKey(key, known, at));
}

export function sentenceOfUnknownKey(key: string, known: readonly string[], at: readonly (string | number)[]): string {
  const meant = nearest(key, known);
  const where = at.length > 0 ? ` in ${pathOf(at)}` : '';
  return `Unknown key "${key}"${where}${meant ? `; did you mean "${meant}"?` : `; known are ${known.join(', ')}.`}`;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
