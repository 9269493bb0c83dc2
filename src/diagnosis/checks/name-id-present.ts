import { NS } from '../../saml/names.js';
import { child, childElements } from '../../saml/walk.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { count, listed, show } from '../show.js';
import { entraClaims, samlCore } from '../sources.js';

const kinds = {
  missing: 'there is no NameID',
  encrypted: 'the identifier is encrypted (EncryptedID; a warning unless an address is demanded)',
  several: 'more than one NameID',
  empty: 'NameID is empty',
  'not-text': 'an element stands inside NameID',
} as const;

export const nameIdPresent = defineCheck({
  id: 'name-id-present',
  title: 'The Subject names the user, once, as text',
  stage: 'subject',
  severity: 'error',
  why: 'NameID is the user. Mimecast looks at nothing else to find out who signed in, so it must be there, once, and hold plain text.',
  spec: [samlCore('2.2.3'), samlCore('2.4.1'), entraClaims('Unique User Identifier')],
  needs: ['assertion', 'assertionDocument'],
  kinds,
  remedies: ['write-name-id', 'write-subject'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const { subject } = assertion;
    if (!subject) return notApplicable('There is no Subject: see subject-present.');
    const [nameId] = subject.nameIds;
    const encrypted = child(subject.element, NS.assertion, 'EncryptedID');
    const inner = nameId && childElements(nameId.element)[0];
    const total = subject.nameIds.length;
    const kind = !nameId
      ? encrypted
        ? 'encrypted'
        : 'missing'
      : total > 1
        ? 'several'
        : inner
          ? 'not-text'
          : nameId.value.trim() === ''
            ? 'empty'
            : undefined;
    if (kind === undefined) return pass(nameId && `The user is ${show(nameId.value, 120)}.`);
    const words: Record<keyof typeof kinds, string> = {
      missing: 'The Subject has no NameID: nobody can say who signed in.',
      encrypted: 'The NameID is encrypted (EncryptedID), which is not read here.',
      several: `The Subject holds ${count(total, 'NameID')}; nobody can say which one is the user.`,
      empty: 'The NameID is empty: nobody can say who signed in.',
      'not-text': `The NameID holds an element (${show(inner?.localName ?? '', 60)}); programs read different users out of it.`,
    };
    return fail(expected, {
      kind,
      summary: words[kind],
      expected: 'one NameID with text',
      // Who signed in is then known to the holder of the key; only a profile that reads the address cannot go on.
      severity: kind === 'encrypted' && !expected.serviceProvider.nameIdMustBeEmail ? 'warning' : undefined,
      actual: total === 0 ? 'none' : listed(subject.nameIds.slice(0, 4).map(({ value }) => show(value, 80))),
      at: place(assertionDocument, subject.nameIds[1]?.element ?? nameId?.element ?? encrypted ?? subject.element),
      remedies: kind === 'missing' || kind === 'empty' ? ['write-name-id', 'write-subject'] : ['write-subject'],
    });
  },
});
