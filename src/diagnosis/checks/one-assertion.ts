import { NS, STATUS } from '../../saml/names.js';
import { hasName } from '../../saml/walk.js';
import type { XmlElement } from '../../saml/xml.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, placeIn } from '../outcomes.js';
import { count, show } from '../show.js';
import { samlCore, samlProfiles } from '../sources.js';

const kinds = {
  none: 'there is no assertion',
  several: 'more than one assertion',
  misplaced: 'an assertion stands where none belongs',
  'foreign-namespace': 'an element named Assertion in another namespace',
} as const;

export const oneAssertion = defineCheck({
  id: 'one-assertion',
  title: 'There is exactly one assertion, directly in the Response',
  stage: 'assertion',
  severity: 'error',
  why: 'The assertion is what says who signed in. A second one, or one in an unusual place, lets one program check the one and another read the other.',
  spec: [samlProfiles('4.1.4.2'), samlCore('3.3.3')],
  needs: ['response'],
  kinds,
  remedies: ['one-assertion', 'treat-as-attack'],
  run({ response }, expected, evidence): Outcome {
    const proper = [...response.assertions, ...response.encryptedAssertions];
    const strays = response.misplacedAssertions.filter((element) => !isInAdvice(element));
    const stray = strays[0];
    if (proper.length === 1 && !stray) return pass();
    if (proper.length === 0 && !stray && response.status?.codes[0] !== STATUS.success) {
      return notApplicable('An answer without success need not hold an assertion.');
    }
    const foreign = stray !== undefined && stray.namespace !== NS.assertion;
    const kind = proper.length > 1 ? 'several' : !stray ? 'none' : foreign ? 'foreign-namespace' : 'misplaced';
    const total = count(proper.length, 'assertion');
    const words: Record<keyof typeof kinds, string> = {
      none: 'The Response holds no assertion, although its status is Success.',
      several: `The Response holds ${total}; exactly one is expected.`,
      misplaced: `An assertion stands inside ${show(stray?.parent?.localName ?? '', 60)}, where none belongs${proper.length === 1 ? ', beside the one in its place' : ''}.`,
      'foreign-namespace': `An element named ${show(stray?.localName ?? '', 60)} is in the namespace ${show(stray?.namespace ?? '', 100)}, which is not that of SAML 2.0 assertions.`,
    };
    return fail(expected, {
      kind,
      summary: words[kind],
      expected: 'one Assertion or EncryptedAssertion directly in Response',
      actual: `${total} in place${strays.length > 0 ? `, ${strays.length} elsewhere` : ''}`,
      at: placeIn(evidence, kind === 'several' ? proper[1] : (stray ?? response.element)),
      remedies: ['one-assertion', 'treat-as-attack'],
    });
  },
});

/** Assertions inside Advice may be ignored, and are (SAML core 2.6.1). */
function isInAdvice(element: XmlElement): boolean {
  const { parent } = element;
  return parent !== undefined && (hasName(parent, NS.assertion, 'Advice') || isInAdvice(parent));
}
