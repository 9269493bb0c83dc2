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

/** The id of the check whose failure explains this deviation; undefined when only the schema says it. */
export function ownerOf(deviation: Pick<Deviation, 'subject'>): string | undefined {
  const { subject } = deviation;
  const known = OWNERS.get(subject);
  if (known) return known;
  if (/^(samlp:Response|saml:Assertion)\/ds:Signature$/.test(subject)) return 'signature-covers-assertion';
  if (/^(samlp:Response|saml:Assertion)\/.*(Encrypted)?Assertion$/.test(subject)) return 'one-assertion';
  return subject.startsWith('saml:Conditions/') ? 'conditions-understood' : undefined;
}
