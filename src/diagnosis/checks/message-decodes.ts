import { defineCheck, type Outcome } from '../check.js';
import { blocked, fail, pass } from '../outcomes.js';
import type { RemedyId } from '../remedies.js';
import { base64, samlBindings } from '../sources.js';

const SENTENCES = {
  'raw-xml': 'The field holds raw XML, not base64 of it.',
  'spaces-for-plus': 'The base64 holds spaces where + belongs: the value was not URL-encoded before it was posted.',
  'url-encoded-twice': 'The value is URL-encoded twice: it still holds %2B or the like after decoding.',
  'url-safe-alphabet': 'The value uses the URL-safe alphabet (- and _) or lacks its padding; SAML uses plain base64.',
  'foreign-characters': 'The value holds characters that base64 does not have.',
  truncated: 'The base64 is cut off: its length is not a multiple of four.',
  deflated: 'The message is compressed (DEFLATE), as for the Redirect binding; HTTP-POST messages are not.',
  'not-utf8': 'The bytes of the message are not UTF-8.',
  'not-base64': 'The value is not base64.',
} as const;
type Kind = keyof typeof SENTENCES;

const kinds: Readonly<Record<Kind, string>> = {
  'raw-xml': 'raw XML was posted',
  'spaces-for-plus': '+ turned into space on the way',
  'url-encoded-twice': 'encoded once too often',
  'url-safe-alphabet': 'base64url instead of base64',
  'foreign-characters': 'garbage between the characters',
  truncated: 'the end is missing',
  deflated: 'compressed as for the Redirect binding',
  'not-utf8': 'another character encoding',
  'not-base64': 'something else altogether',
};

const REMEDY: Readonly<Partial<Record<Kind, RemedyId>>> = {
  truncated: 'copy-completely',
  deflated: 'do-not-deflate',
  'not-utf8': 'send-utf-8',
};

export const messageDecodes = defineCheck({
  id: 'message-decodes',
  title: 'The message decodes from base64 to text',
  stage: 'transport',
  severity: 'error',
  why: 'The field holds base64 of UTF-8 text. A lenient decoder would guess, and two programs that guess differently read two different messages.',
  spec: [samlBindings('3.5.4'), base64('4')],
  needs: ['transport'],
  kinds,
  remedies: ['encode-base64', 'copy-completely', 'do-not-deflate', 'send-utf-8', 'find-what-changed-the-bytes'],
  run({ transport }, expected, rest): Outcome {
    const { problem, repaired } = transport;
    if (problem === undefined) {
      return pass(transport.hasLineBreaks ? 'Decodes; the base64 is broken into lines, which is allowed.' : undefined);
    }
    if (!isKind(problem)) return rest.text === undefined ? blocked('text') : pass();
    const guess = repaired === undefined ? '' : ' A lenient reader would still find XML in it; here it is not judged.';
    const first = REMEDY[problem] ?? 'encode-base64';
    return fail(expected, {
      kind: problem,
      summary: `${SENTENCES[problem]}${guess}`,
      expected: 'base64 of UTF-8 XML',
      remedies: [first, 'find-what-changed-the-bytes'],
    });
  },
});

function isKind(problem: string): problem is Kind {
  return problem in SENTENCES;
}
