import type { Diagnosis } from '../diagnosis/check.js';

/** What node-saml 5.1 does not look at on a login, by our check; each seen by running it: test/journeys/every-fault.test.ts. */
const NOT_LOOKED_AT: Readonly<Record<string, string>> = {
  'destination-matches': 'Destination',
  'recipient-matches': 'Recipient of the subject confirmation',
  'response-issuer-matches': 'the Issuer of a login response',
  'assertion-issuer-matches': 'the Issuer of a login assertion',
  'status-is-success': 'the Status when a signed assertion is there',
  'version-is-2-0': 'Version',
  'root-is-response': 'the namespace of the root element',
  'structure-as-in-schema': 'the schema',
  'assertion-not-replayed': 'whether an assertion was used before',
  'unsolicited-response-allowed': 'whether an unsolicited response is allowed, unless told to',
  'name-id-is-email': 'what the service provider needs as NameID',
  'user-in-directory': 'the internal directory',
  'bearer-confirmation-present': 'the confirmation method',
  'subject-confirmation-in-time': 'the NotOnOrAfter of the subject confirmation, unless requests are tracked',
  'subject-present': 'whether there is a Subject',
  'authn-statement-present': 'whether there is an AuthnStatement',
  'session-not-expired': 'SessionNotOnOrAfter',
  'no-document-type': 'document type declarations',
  'no-comments-in-values': 'comments and processing instructions in values',
  'message-decodes': 'how strictly base64 and UTF-8 are written',
  'message-size-acceptable': 'size, depth and number of elements',
  'conditions-understood': 'conditions it does not know',
  'conditions-not-expired': 'times that are missing or not written as xs:dateTime',
  'claims-satisfy-contract': 'the claim contract',
  'in-response-to-known': 'which request was answered, unless requests are tracked',
  'in-response-to-consistent': 'whether both InResponseTo agree, unless requests are tracked',
  'signature-verifies': 'a second signature once one has satisfied it',
  'digest-matches': 'a second signature once one has satisfied it',
  'signing-certificate-published': 'a second signature once one has satisfied it',
  'signature-reference-sound': 'signatures on other elements',
};

/** Why the two opinions differ, in words; undefined when they agree. */
export function opinionGap(diagnosis: Diagnosis, opinion: { accepted: boolean; reason?: string }): string | undefined {
  if (diagnosis.accepted === opinion.accepted) return undefined;
  if (opinion.accepted) {
    const failed = diagnosis.findings.filter((f) => f.severity === 'error' && f.status === 'fail').map((f) => f.id);
    const reasons = [...new Set(failed.map((id) => NOT_LOOKED_AT[id]).filter((reason) => reason !== undefined))];
    return reasons.length === 0
      ? 'node-saml does not check what failed here.'
      : `node-saml does not look at ${inWords(reasons)}.`;
  }
  return whyItRefuses(opinion.reason ?? '');
}

function whyItRefuses(reason: string): string {
  if (/signature/i.test(reason)) {
    return 'node-saml found no signature it could verify: it lacks some algorithms (SHA-384 digests among them) and gives no reason.';
  }
  if (/skew|expired|yet valid/i.test(reason)) return 'node-saml applies the times differently.';
  return 'node-saml refuses what every check of ours lets pass; its own words are beside.';
}

function inWords(items: readonly string[]): string {
  if (items.length === 1) return items[0] as string;
  return `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}
