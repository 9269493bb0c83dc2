/** A contract file, YAML or JSON (which is YAML), → contract, with the line of every term. */

import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { HarnessError } from '../errors.js';
import type { Contract } from './contract.js';
import { KNOWN_KEYS, sentenceOfUnknownKey } from './known-keys.js';
import { contractSchema } from './schema.js';
import { pathOf } from './terms-path.js';

export interface ReadContract {
  readonly contract: Contract;
  /** 1-based line of the nearest term that is written in the file. */
  lineOf(keys: readonly string[]): number | undefined;
}

type Issue = z.core.$ZodIssue;
type Keys = readonly (string | number)[];

/** @throws HarnessError `CONTRACT_INVALID`, naming every fault with its line. */
export function readContract(text: string): ReadContract {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const lineOf = (keys: readonly string[]) => lineOfKeys(document, lines, keys);
  if (document.errors.length > 0) {
    throw invalid(document.errors.map((error) => `Line ${lines.linePos(error.pos[0]).line}: ${error.message}.`));
  }
  const parsed = contractSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (!parsed.success) throw invalid(parsed.error.issues.flatMap((issue) => sentences(issue, [], lineOf)));
  return { contract: parsed.data as Contract, lineOf };
}

function invalid(problems: readonly string[]): HarnessError {
  const message = `The contract has ${problems.length === 1 ? 'a fault' : `${problems.length} faults`}:\n  ${problems.join('\n  ')}`;
  return new HarnessError(
    'CONTRACT_INVALID',
    message,
    'Correct the file; `saml-rehearsal check --schema` prints its JSON Schema.',
  );
}

function sentences(issue: Issue, above: Keys, lineOf: ReadContract['lineOf']): string[] {
  const keys = [...above, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  if (issue.code === 'invalid_union') {
    const terms = issue.errors.find((branch) =>
      branch.some((inner) => inner.code === 'unrecognized_keys' || inner.path.length > 0),
    );
    if (terms) return terms.flatMap((inner) => sentences(inner, keys, lineOf));
    return [place(keys, lineOf, 'must be required, optional, forbidden, or a list of terms.')];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const line = lineOf([...keys, key].map(String));
      return `${line === undefined ? '' : `Line ${line}: `}${sentenceOfUnknownKey(key, knownAt(keys), keys)}`;
    });
  }
  return [place(keys, lineOf, `${issue.message}.`)];
}

function place(keys: Keys, lineOf: ReadContract['lineOf'], message: string): string {
  const line = lineOf(keys.map(String));
  return `${line === undefined ? '' : `Line ${line}: `}${pathOf(keys) || 'the contract'}: ${message}`;
}

function knownAt(keys: Keys): readonly string[] {
  if (keys.length === 0) return KNOWN_KEYS.contract;
  if (keys[0] === 'claims') return KNOWN_KEYS.claim;
  return keys[0] === 'nameId' ? KNOWN_KEYS.nameId : KNOWN_KEYS.signature;
}

function lineOfKeys(document: Document, lines: LineCounter, keys: readonly string[]): number | undefined {
  for (let depth = keys.length; depth > 0; depth--) {
    const found = document.getIn(keys.slice(0, depth), true);
    if (isNode(found) && found.range) return lines.linePos(found.range[0]).line;
  }
  return undefined;
}
