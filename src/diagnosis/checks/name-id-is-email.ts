import { ENTRA_CLAIM, NAME_ID_FORMAT } from '../../saml/names.js';
import type { Assertion, NameId } from '../../saml/types.js';
import { defineCheck, type Outcome } from '../check.js';
import { difference } from '../difference.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import type { RemedyId } from '../remedies.js';
import { show } from '../show.js';
import { entraClaims, mimecastAzure } from '../sources.js';

const kinds = {
  guest: 'the user principal name of a guest (#EXT#)',
  opaque: 'an opaque persistent or transient value',
  'upn-not-mail': 'a user principal name that is not the mail address',
  'white-space': 'white space or invisible characters around the address',
  'not-an-address': 'something else that is no e-mail address',
} as const;
type Kind = keyof typeof kinds;

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const OPAQUE: readonly (string | undefined)[] = [NAME_ID_FORMAT.persistent, NAME_ID_FORMAT.transient];

export const nameIdIsEmail = defineCheck({
  id: 'name-id-is-email',
  title: 'NameID is the e-mail address by which Mimecast knows the user',
  stage: 'subject',
  severity: 'error',
  why: 'Mimecast identifies a user by the primary e-mail address. Entra sends the user principal name by default, which often is not that address.',
  spec: [mimecastAzure('mail attribute as primary address'), entraClaims('Unique User Identifier (Name ID)')],
  needs: ['assertion', 'assertionDocument'],
  kinds,
  remedies: ['name-id-mail', 'fill-in-mail', 'ask-for-email-format'],
  run({ assertion, assertionDocument }, expected): Outcome {
    if (!expected.serviceProvider.nameIdMustBeEmail)
      return notApplicable('This service provider does not demand an e-mail address.');
    const nameId = assertion.subject?.nameIds[0];
    if (!nameId || nameId.value.trim() === '') return notApplicable('There is no NameID: see name-id-present.');
    const mail = mailOf(assertion);
    const kind = kindOf(nameId, mail, expected.directory?.match !== undefined);
    if (kind === undefined) return pass(`${show(nameId.value, 120)} is an e-mail address.`);
    return fail(expected, {
      kind,
      summary: sentence(kind, nameId, mail),
      expected: mail ?? 'the primary e-mail address',
      actual: nameId.value,
      difference: kind === 'upn-not-mail' && mail !== undefined ? difference(mail, nameId.value)?.marked : undefined,
      at: place(assertionDocument, nameId.element),
      remedies: remediesFor(kind, mail),
    });
  },
});

/** The user's mail address as the emailaddress claim gives it. */
function mailOf(assertion: Assertion): string | undefined {
  const value = assertion.attributes.find(({ name }) => name === ENTRA_CLAIM.emailAddress)?.values[0]?.value;
  return value !== undefined && ADDRESS.test(value) ? value : undefined;
}

function kindOf({ value, format }: NameId, mail: string | undefined, isKnown: boolean): Kind | undefined {
  if (isKnown) return undefined;
  if (/#EXT#/i.test(value)) return 'guest';
  if (!ADDRESS.test(value)) {
    const bare = value.replace(/[\s\u200B-\u200F\u2060\uFEFF]+/g, '');
    if (bare !== value && ADDRESS.test(bare)) return 'white-space';
    return OPAQUE.includes(format) || /^[A-Za-z0-9+/_=-]{20,}$/.test(value) ? 'opaque' : 'not-an-address';
  }
  return mail !== undefined && mail.toLowerCase() !== value.toLowerCase() ? 'upn-not-mail' : undefined;
}

function sentence(kind: Kind, { value }: NameId, mail: string | undefined): string {
  const is = show(value, 120);
  switch (kind) {
    case 'guest':
      return `NameID is ${is}, the user principal name of a guest; Mimecast looks for an e-mail address${mail ? ` (the mail claim says ${show(mail, 120)})` : ''}.`;
    case 'opaque':
      return `NameID is ${is}, an opaque value made for this application; Mimecast looks for an e-mail address.`;
    case 'upn-not-mail':
      return `NameID is ${is}, the user principal name, but the user's mail address is ${show(mail ?? '', 120)}; Mimecast looks for the mail address.`;
    case 'white-space':
      return `NameID is ${is}: an e-mail address with white space or invisible characters in or around it.`;
    case 'not-an-address':
      return `NameID is ${is}, which is not an e-mail address; Mimecast looks for one.`;
  }
}

function remediesFor(kind: Kind, mail: string | undefined): readonly [RemedyId, ...RemedyId[]] {
  if (kind === 'opaque') return ['name-id-mail', 'ask-for-email-format'];
  return mail === undefined ? ['name-id-mail', 'fill-in-mail'] : ['name-id-mail'];
}
