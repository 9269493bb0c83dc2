/** What a login record says of a message, read from the typed pieces; absent pieces stay absent. */

import type { Signature } from '../saml/evidence.js';
import { present } from '../saml/present.js';
import { isSound } from '../saml/sound-signature.js';
import type { Assertion, Response } from '../saml/types.js';
import type { AssertionView, ResponseView, SignatureView } from './login.js';

export function responseView(response: Response): ResponseView {
  const [code, subCode] = response.status?.codes ?? [];
  const message = response.status?.message;
  return present({
    id: response.id,
    inResponseTo: response.inResponseTo,
    destination: response.destination,
    issuer: response.issuer?.value,
    issueInstant: response.issueInstant?.text,
    status: code === undefined ? undefined : present({ code, subCode, message }),
  });
}

export function assertionView(assertion: Assertion): AssertionView {
  const [nameId] = assertion.subject?.nameIds ?? [];
  const [conditions] = assertion.conditions;
  const [authn] = assertion.authnStatements;
  return present({
    id: assertion.id,
    issuer: assertion.issuer?.value,
    issueInstant: assertion.issueInstant?.text,
    subject:
      assertion.subject &&
      present({
        nameId: nameId?.value,
        nameIdFormat: nameId?.format,
        confirmations: assertion.subject.confirmations.map(({ method, data }) =>
          present({
            method,
            recipient: data?.recipient,
            notOnOrAfter: data?.notOnOrAfter?.text,
            inResponseTo: data?.inResponseTo,
          }),
        ),
      }),
    conditions:
      conditions &&
      present({
        notBefore: conditions.notBefore?.text,
        notOnOrAfter: conditions.notOnOrAfter?.text,
        audiences: conditions.audienceRestrictions.flatMap(({ audiences }) => audiences.map(({ value }) => value)),
      }),
    authn:
      authn &&
      present({
        instant: authn.authnInstant?.text,
        sessionIndex: authn.sessionIndex,
        contextClassRef: authn.contextClassRef,
      }),
  });
}

/** Full attribute name → values, always arrays, in an object without prototype: names come from outside. Repeated names are joined. */
export function claimsOf(assertion: Assertion): Record<string, string[]> {
  const claims: Record<string, string[]> = Object.create(null);
  for (const { name, values } of assertion.attributes) {
    if (name === undefined) continue;
    const known = claims[name];
    const found = values.map(({ value }) => value);
    claims[name] = known ? known.concat(found) : found;
  }
  return claims;
}

/** The signatures that hold: digest and value fit, a published key made them, nothing is wrong with their form. */
export function signatureViews(signatures: readonly Signature[]): SignatureView[] {
  return signatures.filter(isSound).flatMap(({ on, signatureMethod, digestMethod }): SignatureView[] => {
    if (on === 'elsewhere' || signatureMethod === undefined) return [];
    return [
      {
        covers: on === 'Response' ? 'response' : 'assertion',
        algorithm: signatureMethod,
        ...(digestMethod !== undefined && { digest: digestMethod }),
      },
    ];
  });
}
