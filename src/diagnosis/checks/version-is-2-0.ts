import { defineCheck, type Outcome } from '../check.js';
import { fail, pass, place } from '../outcomes.js';
import { show } from '../show.js';
import { samlCore } from '../sources.js';

export const versionIs20 = defineCheck({
  id: 'version-is-2-0',
  title: 'Response and Assertion say Version 2.0',
  stage: 'xml',
  severity: 'error',
  why: 'The version says by which rules the message is to be read. Anything but 2.0 must be refused.',
  spec: [samlCore('3.2.2'), samlCore('2.3.3'), samlCore('4.1')],
  needs: ['response', 'document'],
  kinds: { missing: 'there is no Version', other: 'another version' },
  remedies: ['speak-saml-2', 'follow-the-schema'],
  run({ response, document }, expected, { assertion, assertionDocument }): Outcome {
    const pieces = [
      { name: 'Response', version: response.version, at: () => place(document, response.element) },
      ...(assertion
        ? [
            {
              name: 'Assertion',
              version: assertion.version,
              at: () => place(assertionDocument ?? document, assertion.element),
            },
          ]
        : []),
    ];
    const bad = pieces.find(({ version }) => version !== '2.0');
    if (!bad) return pass();
    return fail(expected, {
      kind: bad.version === undefined ? 'missing' : 'other',
      summary:
        bad.version === undefined
          ? `The ${bad.name} has no Version.`
          : `The ${bad.name} says it is version ${show(bad.version, 40)}; only 2.0 is understood.`,
      expected: '2.0',
      actual: bad.version,
      at: bad.at(),
      remedies: [bad.version === undefined ? 'follow-the-schema' : 'speak-saml-2'],
    });
  },
});
