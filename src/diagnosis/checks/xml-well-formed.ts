import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass } from '../outcomes.js';
import { xml10 } from '../sources.js';

export const xmlWellFormed = defineCheck({
  id: 'xml-well-formed',
  title: 'The message is well-formed XML',
  stage: 'xml',
  severity: 'error',
  why: 'A text that is not well-formed has no meaning; programs that mend it each mend it differently. Nothing is repaired here before it is judged.',
  spec: [xml10('2.1'), xml10('4.3.3')],
  needs: ['xml'],
  kinds: {
    'not-well-formed': 'the text breaks the rules of XML',
    encoding: 'the declared encoding is not that of the bytes',
  },
  remedies: ['mend-the-xml', 'send-utf-8', 'find-what-changed-the-bytes'],
  run({ xml }, expected): Outcome {
    const { failure } = xml;
    if (!failure || failure.problem.reason === 'relative-namespace') return pass();
    const { reason, message } = failure.problem;
    if (reason === 'document-type') return notApplicable('Reading stopped at the document type declaration.');
    if (reason !== 'not-well-formed' && reason !== 'encoding')
      return notApplicable('Reading stopped at a limit of size.');
    return fail(expected, {
      kind: reason,
      summary: reason === 'encoding' ? message : `This is not well-formed XML: ${message}`,
      at: failure.at,
      remedies: [reason === 'encoding' ? 'send-utf-8' : 'mend-the-xml', 'find-what-changed-the-bytes'],
    });
  },
});
