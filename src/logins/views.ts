/** What a login record says of a message, read from the typed pieces; absent pieces stay absent. */

import type { Signature } from '../saml/evidence.js';
import type { Assertion, Response } from '../saml/types.js';
import type { AssertionView, ResponseView, SignatureView } from './login.js';

export function responseView(response: Response): ResponseView {
  const [code, subCode] = response.status?.codes ?? [];
  const message = response.status?.message;
  return defined({
    id: response.id,
    inResponseTo: response.inResponseTo,
    destination: response.destination,
    issuer: response.issuer?.value,
    issueInstant: response.issueInstant?.text,
    status: code === undefined ? undefined : defined({ code, subCode, message }),
  });
}

export function assertionView(assertion: Assertion): AssertionView {
  const [nameId] = assertion.subject?.nameIds ?? [];
  const [conditions] = assertion.conditions;
  const [authn] = assertion.authnStatements;
  return defined({
    id: assertion.id,
    issuer: assertion.issuer?.value,
    issueInstant: assertion.issueInstant?.text,
    subject:
      assertion.subject &&
      defined({
        nameId: nameId?.value,
        nameIdFormat: nameId?.format,
        confirmations: assertion.subject.confirmations.map(({ method, data }) =>
          defined({
            method,
            recipient: data?.recipient,
            notOnOrAfter: data?.notOnOrAfter?.text,
            inResponseTo: data?.inResponseTo,
          }),
        ),
      }),
    conditions:
      conditions &&
      defined({
        notBefore: conditions.notBefore?.text,
        notOnOrAfter: conditions.notOnOrAfter?.text,
        audiences: conditions.audienceRestrictions.flatMap(({ audiences }) => audiences.map(({ value }) => value)),
      }),
    authn:
      authn &&
      defined({
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
    claims[name] = [...(claims[name] ?? []), ...values.map(({ value }) => value)];
  }
  return claims;
}

/** The signatures that hold: digest and value fit, a published key made them, nothing is wrong with their form. */
export function signatureViews(signatures: readonly Signature[]): SignatureView[] {
  return signatures.flatMap(({ on, signatureMethod, digestMethod, problems, digest, value }): SignatureView[] => {
    const holds = problems.length === 0 && digest === 'matches' && value === 'verifies';
    if (!holds || on === 'elsewhere' || signatureMethod === undefined) return [];
    return [
      {
        covers: on === 'Response' ? 'response' : 'assertion',
        algorithm: signatureMethod,
        ...(digestMethod !== undefined && { digest: digestMethod }),
      },
    ];
  });
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same object without the keys whose value is undefined. */
export function defined<T extends object>(values: T): Partial<Defined<T>> & PickRequired<T> {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(values)) {
    const value = (values as Record<string, unknown>)[key];
    if (value !== undefined) kept[key] = value;
  }
  return kept as never;
}

type PickRequired<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };
