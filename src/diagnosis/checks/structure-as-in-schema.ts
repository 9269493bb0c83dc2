import type { XmlDocument } from '../../saml/xml.js';
import { defineCheck, type Outcome } from '../check.js';
import { blocked, fail, pass, place } from '../outcomes.js';
import { samlCore, samlSchema } from '../sources.js';
import { type Deviation, deviations } from '../structure/deviations.js';
import { ownersOf } from '../structure/owners.js';

const kinds = {
  'missing-element': 'something the schema demands is not there',
  'missing-attribute': 'an attribute the schema demands is not there',
  'unknown-element': 'an element the schema does not know there',
  'unknown-attribute': 'an attribute the schema does not know there',
  'wrong-order': 'the elements stand in another order (a warning)',
  'too-many': 'an element stands more than once',
  'id-not-a-name': 'an ID holds characters a name must not have',
  'id-begins-wrongly': 'an ID begins with a digit (a warning)',
  'time-not-utc': 'a time is not an xs:dateTime in UTC',
  'stray-text': 'text between elements',
  'not-text-only': 'an element inside a value',
  'relative-namespace': 'a namespace name is not an absolute URI',
} as const;

const NAMED = 3;

export const structureAsInSchema = defineCheck({
  id: 'structure-as-in-schema',
  title: 'Elements, IDs and times are as the SAML schema says',
  stage: 'xml',
  severity: 'error',
  why: 'The schema says which elements there are, how often, and in which order; IDs are names, times are in UTC. A message that departs from it is read differently by different programs.',
  spec: [samlSchema('protocol'), samlSchema('assertion'), samlCore('1.3.3'), samlCore('1.3.4')],
  needs: ['xml'],
  kinds,
  remedies: ['follow-the-schema', 'treat-as-attack'],
  run({ xml }, expected, { document, response, assertion, assertionDocument }): Outcome {
    if (xml.failure?.problem.reason === 'relative-namespace') {
      return fail(expected, {
        kind: 'relative-namespace',
        summary: `${xml.failure.problem.message} Canonicalization of such a text fails, and some libraries then verify a signature over nothing.`,
        at: xml.failure.at,
        remedies: ['treat-as-attack'],
      });
    }
    if (!document || !response) return blocked(document ? 'response' : 'document');
    const found: { deviation: Deviation; document: XmlDocument }[] = deviations(response.element).map((deviation) => ({
      deviation,
      document,
    }));
    if (assertion && assertionDocument && assertionDocument !== document) {
      for (const deviation of deviations(assertion.element)) found.push({ deviation, document: assertionDocument });
    }
    const severe = found.filter(({ deviation }) => deviation.isSevere);
    const first = severe.find(({ deviation }) => ownersOf(deviation).length === 0) ?? severe[0] ?? found[0];
    if (!first) return pass();
    const others = found.filter((one) => one !== first).map(({ deviation }) => deviation.words);
    const more = others.length >= NAMED ? ` (and ${others.length - NAMED + 1} more)` : '';
    const words = [first.deviation.words, ...others.slice(0, NAMED - 1)].join('; ');
    return fail(expected, {
      kind: first.deviation.kind,
      summary: `The message is not built as the SAML schema says: ${words}${more}.`,
      actual: first.deviation.subject,
      severity: severe.length > 0 ? undefined : 'warning',
      at: place(first.document, first.deviation.element),
      remedies: ['follow-the-schema', 'treat-as-attack'],
    });
  },
});
