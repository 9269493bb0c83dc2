import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass } from '../outcomes.js';
import { samlBindings, samlInterop, xml10 } from '../sources.js';

export const noDocumentType = defineCheck({
  id: 'no-document-type',
  title: 'There is no document type declaration and no entity',
  stage: 'xml',
  severity: 'error',
  why: 'A document type can define entities that read files, call other machines, or swell to gigabytes. No identity provider sends one, so none is processed.',
  spec: [samlInterop('IIP-G03'), xml10('2.8'), samlBindings('3.5.5.2')],
  needs: ['xml'],
  kinds: { 'document-type': 'a DOCTYPE stands in the message' },
  remedies: ['no-document-type'],
  run({ xml }, expected): Outcome {
    const { failure } = xml;
    if (!failure) return pass();
    if (failure.problem.reason !== 'document-type') return notApplicable('The message could not be read to its end.');
    return fail(expected, {
      kind: 'document-type',
      summary: failure.problem.message,
      at: failure.at,
      remedies: ['no-document-type'],
    });
  },
});
