import { defineCheck, type Outcome } from '../check.js';
import { blocked, fail, pass } from '../outcomes.js';
import { ourRule, samlCore } from '../sources.js';

const kinds = {
  oversize: 'too many bytes were sent to be read at all',
  'too-many-fields': 'the form has too many fields',
  'too-large': 'the text is too long',
  'too-deep': 'elements are nested too deeply',
  'too-many-elements': 'too many elements',
  'too-many-attributes': 'too many attributes on one element',
} as const;

export const messageSizeAcceptable = defineCheck({
  id: 'message-size-acceptable',
  title: 'Size, depth and number of elements are within limits',
  stage: 'transport',
  severity: 'error',
  why: 'A genuine response with 150 groups stays far below the limits. Whatever crosses them is an accident or an attack on memory and time, so reading stops there.',
  spec: [
    ourRule(
      'limits while reading, unless set otherwise: 256 KiB, 3,000 elements, depth 32, 64 attributes on an element',
    ),
    samlCore('1.3.1'),
  ],
  needs: ['transport'],
  kinds,
  remedies: ['make-it-smaller', 'treat-as-attack', 'raise-the-limit'],
  run({ transport }, expected, { xml }): Outcome {
    const { oversize } = transport.received;
    if (transport.problem === 'oversize' || oversize) {
      if (oversize?.fields !== undefined) {
        return fail(expected, {
          kind: 'too-many-fields',
          summary: `The form has more than ${oversize.fields.toLocaleString('en-US')} fields; none of them was read.`,
          expected: 'SAMLResponse and RelayState',
          remedies: ['make-it-smaller', 'treat-as-attack'],
        });
      }
      return fail(expected, {
        kind: 'oversize',
        summary: oversize
          ? `${oversize.bytes} bytes were sent; at most ${oversize.limit} are read.`
          : 'More bytes were sent than are read.',
        expected: oversize && `at most ${oversize.limit} bytes`,
        actual: oversize && `${oversize.bytes} bytes`,
        remedies: ['make-it-smaller', 'treat-as-attack', 'raise-the-limit'],
      });
    }
    if (!xml) return blocked('text');
    const problem = xml.failure?.problem;
    if (!problem || !(problem.reason in kinds)) return pass();
    return fail(expected, {
      kind: problem.reason,
      summary: problem.message,
      expected: problem.limit === undefined ? undefined : `at most ${problem.limit}`,
      at: xml.failure?.at,
      // No configuration of an IdP nests elements like this: it is an attack, or a broken program.
      remedies:
        problem.reason === 'too-deep'
          ? ['treat-as-attack', 'raise-the-limit']
          : ['make-it-smaller', 'treat-as-attack', 'raise-the-limit'],
    });
  },
});
