import { hash as digestOf } from 'node:crypto';
import { digestHash } from './algorithms.js';
import { decodeBase64 } from './base64.js';
import { canonicalize } from './canonicalize.js';
import type { Signature } from './evidence.js';
import type { Problem, SignatureParts } from './signature-parts.js';
import type { ReferenceRead } from './signature-reference.js';
import { attribute, textOf } from './walk.js';

type DigestFacts = Pick<
  Signature,
  'digest' | 'digestMethod' | 'digestExpected' | 'digestActual' | 'digestWouldMatch' | 'coveredText'
>;

/** Compares what the referenced element digests to with what the signature says, and why not when it differs. */
export function verifyDigest(
  parts: SignatureParts,
  reference: ReferenceRead,
): { facts: DigestFacts; problems: Problem[] } {
  const { digestMethod, digestValue, element } = parts;
  const method = digestMethod && attribute(digestMethod, 'Algorithm');
  const expected = digestValue && textOf(digestValue).replace(/\s+/g, '');
  const known: Growing = {};
  if (method !== undefined) known.digestMethod = method;
  if (expected) known.digestExpected = expected;
  const problems: Problem[] = [];
  const hash = digestHash(method);
  if (digestMethod && !hash) {
    const detail = `The digest algorithm "${method?.slice(0, 80) ?? ''}" is not computed.`;
    problems.push({ kind: 'algorithm-not-allowed', detail, element: digestMethod });
  }
  if (digestValue && !(expected && decodeBase64(expected))) {
    problems.push({ kind: 'structure', detail: 'The DigestValue is not base64.', element: digestValue });
  }
  const { referenced, isComputable, inclusivePrefixes } = reference;
  if (!hash || !expected || !referenced || !isComputable || !parts.isUnambiguous) {
    return { facts: judged(known, 'not-computed'), problems };
  }
  const coveredText = canonicalize(referenced, { omit: element, inclusivePrefixes });
  known.coveredText = coveredText;
  known.digestActual = digestOf(hash, coveredText, 'base64');
  if (known.digestActual === expected) return { facts: judged(known, 'matches'), problems };
  const digestWouldMatch = guessChange(coveredText, hash, expected);
  if (digestWouldMatch) known.digestWouldMatch = digestWouldMatch;
  return { facts: judged(known, 'differs'), problems };
}

/** Facts grow one by one: an object spread into another costs as much as all of them. */
type Growing = { -readonly [K in keyof DigestFacts]?: DigestFacts[K] };

function judged(known: Growing, digest: DigestFacts['digest']): DigestFacts {
  known.digest = digest;
  return known as DigestFacts;
}

/** Tries what happens to messages on their way: which of it would explain the difference? */
function guessChange(text: string, hash: string, expected: string): Signature['digestWouldMatch'] | undefined {
  const matches = (candidate: string, encoding: 'utf8' | 'latin1' = 'utf8') =>
    digestOf(hash, Buffer.from(candidate, encoding), 'base64') === expected;
  const lineEnds = [text.replaceAll('&#xD;', ''), text.replaceAll('\n', '&#xD;\n'), text.replaceAll('&#xD;\n', '\n')];
  if (lineEnds.some((candidate) => candidate !== text && matches(candidate))) return 'line-ends-normalized';
  const compact = withoutIndentation(text);
  if (compact !== text && matches(compact)) return 'white-space-removed';
  // UTF-8 read as Latin-1 somewhere and written as UTF-8 again.
  return /[\x80-\xff]/.test(text) && !/[^\0-\xff]/.test(text) && matches(text, 'latin1') ? 'other-encoding' : undefined;
}

/** White space between two tags, as pretty printers insert it. */
export function withoutIndentation(canonicalText: string): string {
  return canonicalText.replace(/>\s+</g, '><');
}
