import { collectIds } from '../../saml/ids.js';
import type { XmlElement } from '../../saml/xml.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, pass, place } from '../outcomes.js';
import { count, show } from '../show.js';
import { samlCore, xmlSignature } from '../sources.js';

export const idsUnique = defineCheck({
  id: 'ids-unique',
  title: 'No ID stands twice in the message',
  stage: 'xml',
  severity: 'error',
  why: 'A signature names what it covers by its ID. If two elements carry the same one, the reader may take another element than the signer signed: this is how signatures are wrapped around forgeries.',
  spec: [samlCore('1.3.4'), samlCore('5.4.2'), xmlSignature('4.4.3.2')],
  needs: ['document'],
  kinds: {
    duplicate: 'two elements have the same ID',
    'other-spelling': 'a second attribute that some readers take for the ID (id, Id, xml:id, samlp:ID) repeats it',
  },
  remedies: ['treat-as-attack', 'follow-the-schema'],
  run({ document }, expected, { assertionDocument }): Outcome {
    const documents = assertionDocument && assertionDocument !== document ? [document, assertionDocument] : [document];
    const trees = documents.map((tree) => ({ tree, ids: collectIds(tree.root) }));
    const id = firstTwice(trees.map(({ ids }) => ids));
    if (id === undefined) return pass();
    const found = trees.flatMap(({ tree, ids }) => (ids.get(id) ?? []).map((element) => ({ element, document: tree })));
    const last = found.at(-1);
    const plain = found.every(({ element }) =>
      element.attributes.some((a) => a.localName === 'ID' && a.namespace === '' && a.value === id),
    );
    const names = found.map(({ element }) => element.localName).join(', ');
    return fail(expected, {
      kind: plain ? 'duplicate' : 'other-spelling',
      summary: `The ID ${show(id, 80)} stands in ${count(found.length, 'place')} (${show(names, 120)}): nobody can say which one a signature means.`,
      expected: 'every ID once',
      actual: `${show(id, 80)}, ${found.length} times`,
      at: last && place(last.document, last.element),
      remedies: ['treat-as-attack', 'follow-the-schema'],
    });
  },
});

/** The first ID that stands twice, in one tree or in two. */
function firstTwice(trees: readonly ReadonlyMap<string, readonly XmlElement[]>[]): string | undefined {
  const [only, ...others] = trees;
  if (only && others.length === 0) {
    for (const [id, elements] of only) if (elements.length > 1) return id;
    return undefined;
  }
  const all = new Set(trees.flatMap((ids) => [...ids.keys()]));
  return [...all].find((id) => trees.reduce((sum, ids) => sum + (ids.get(id)?.length ?? 0), 0) > 1);
}
