/** Deviations that another check explains better: then that check, not the schema, is the likely root cause. */

import type { Deviation } from './deviations.js';

const OWNERS: ReadonlyMap<string, string> = new Map([
  ['samlp:Response/@Version', 'version-is-2-0'],
  ['saml:Assertion/@Version', 'version-is-2-0'],
  ['samlp:Response/samlp:Status', 'status-is-success'],
  ['samlp:Status/samlp:StatusCode', 'status-is-success'],
  ['samlp:StatusCode/@Value', 'status-is-success'],
  ['saml:Assertion/saml:Issuer', 'assertion-issuer-matches'],
  ['samlp:Response/saml:Issuer', 'response-issuer-matches'],
  ['saml:Subject/saml:NameID', 'name-id-present'],
  ['saml:NameID', 'name-id-present'],
  ['saml:SubjectConfirmation/@Method', 'bearer-confirmation-present'],
  ['saml:SubjectConfirmationData/@NotOnOrAfter', 'subject-confirmation-in-time'],
  ['saml:SubjectConfirmationData/@NotBefore', 'subject-confirmation-in-time'],
  ['saml:Conditions/@NotBefore', 'conditions-started'],
  ['saml:Conditions/@NotOnOrAfter', 'conditions-not-expired'],
  ['saml:Assertion/saml:Conditions', 'conditions-understood'],
  ['saml:AudienceRestriction/saml:Audience', 'audience-present'],
  ['saml:AuthnStatement/@SessionNotOnOrAfter', 'session-not-expired'],
]);

const SIGNATURE = ['signature-covers-assertion', 'signature-reference-sound'];

/** Ids of the checks of which any that fails explains this deviation; none when only the schema says it. */
export function ownersOf({ subject }: Pick<Deviation, 'subject'>): readonly string[] {
  const known = OWNERS.get(subject);
  if (known) return [known];
  if (/^(samlp:Response|saml:Assertion)\/ds:Signature$/.test(subject)) return SIGNATURE;
  if (/^(samlp:Response|saml:Assertion)\/.*(Encrypted)?Assertion$/.test(subject)) return ['one-assertion'];
  return subject.startsWith('saml:Conditions/') ? ['conditions-understood'] : [];
}
