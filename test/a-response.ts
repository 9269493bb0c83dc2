/** A good, signed response as Entra would send it, and every way to spoil it: before signing, after signing, in the signature. */

import { certificateFromPem } from '../src/saml/certificates.js';
import { ENTRA_CLAIM } from '../src/saml/names.js';
import type { Certificate, IdentityProvider } from '../src/saml/parties.js';
import { planResponse, type ResponseBasics } from '../src/saml/plan-response.js';
import type { AssertionPlan, AttributePlan, ResponsePlan } from '../src/saml/response-plan.js';
import { type SigningOptions, signElement } from '../src/saml/sign.js';
import { writeResponse } from '../src/saml/write-response.js';
import { type TestKey, type TestKeyName, testKey } from './keys.js';

/** The instant at which the good response is good. */
export const GOOD_AT = new Date('2026-03-02T09:15:05.000Z');
export const ISSUED_AT = new Date('2026-03-02T09:15:00.000Z');
export const TENANT_ID = '2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192';
export const IDP_ENTITY_ID = `https://sts.windows.net/${TENANT_ID}/`;
export const ENTITY_ID = 'https://eu-api.mimecast.com/sso/C46A75';
export const ACS = 'https://eu-api.mimecast.com/login/saml';
export const REQUEST_ID = '_5a2f1c0e9b8d47c6a3f0';
export const RESPONSE_ID = '_0b0f4c5e-41f8-4d1e-9f3a-7d2b6c1a9e10';
export const ASSERTION_ID = '_94cf0dfe-92d7-41f7-a1bf-6b0867668f00';
export const NAME_ID = 'B.Simon@contoso.com';

export const CLAIMS: readonly AttributePlan[] = [
  { name: ENTRA_CLAIM.tenantId, values: [TENANT_ID] },
  { name: ENTRA_CLAIM.objectIdentifier, values: ['6f0c1c0a-3f0e-4f6e-9f0b-2b1d3c4e5f60'] },
  { name: ENTRA_CLAIM.displayName, values: ['B. Simon'] },
  { name: ENTRA_CLAIM.identityProvider, values: [IDP_ENTITY_ID] },
  {
    name: ENTRA_CLAIM.authnMethodsReferences,
    values: [
      'http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password',
      ENTRA_CLAIM.multipleAuthn,
    ],
  },
  { name: ENTRA_CLAIM.givenName, values: ['B.'] },
  { name: ENTRA_CLAIM.surname, values: ['Simon'] },
  { name: ENTRA_CLAIM.emailAddress, values: [NAME_ID] },
  { name: ENTRA_CLAIM.name, values: [NAME_ID] },
];

export interface ResponseChange {
  /** Other values from which the good response is planned. */
  readonly basics?: Partial<ResponseBasics>;
  /** IdP-initiated: no InResponseTo anywhere. */
  readonly unsolicited?: boolean;
  /** Changes the plan of the response; `undefined` pieces are not written. */
  readonly plan?: (plan: ResponsePlan) => ResponsePlan;
  /** Changes the plan of every assertion. */
  readonly assertion?: (plan: AssertionPlan) => AssertionPlan;
  /** Changes the text before it is signed. */
  readonly before?: (xml: string) => string;
  /** Which elements are signed; default: the assertion. */
  readonly sign?: 'assertion' | 'response' | 'both' | 'none';
  readonly key?: TestKeyName | TestKey;
  readonly signing?: Partial<SigningOptions>;
  /** Changes the text between the signatures of assertion and response, e.g. encrypts. */
  readonly between?: (xml: string) => string;
  /** Changes the text after it was signed. */
  readonly after?: (xml: string) => string;
}

export interface MadeResponse {
  readonly xml: string;
  /** What is posted as `SAMLResponse`. */
  readonly base64: string;
  /** The certificate of the key that signed. */
  readonly certificate: Certificate;
  /** The IdP as its metadata describes it: always publishes the key named `idp`. */
  readonly identityProvider: IdentityProvider;
}

/** The good response, changed as wanted. */
export function aResponse(change: ResponseChange = {}): MadeResponse {
  const key = typeof change.key === 'object' ? change.key : testKey(change.key ?? 'idp');
  const plan = planned(change);
  const written = (change.before ?? same)(writeResponse(plan));
  const xml = (change.after ?? same)(signed(written, plan, key, change));
  return {
    xml,
    base64: Buffer.from(xml).toString('base64'),
    certificate: certificateFromPem(key.certificatePem),
    identityProvider: anIdentityProvider(),
  };
}

/** The stand-in's side as a service provider knows it. */
export function anIdentityProvider(...names: readonly TestKeyName[]): IdentityProvider {
  const published = names.length > 0 ? names : (['idp'] as const);
  return {
    entityId: IDP_ENTITY_ID,
    signingCertificates: published.map((name) => certificateFromPem(testKey(name).certificatePem)),
  };
}

function planned({ basics, unsolicited, plan = same, assertion = same }: ResponseChange): ResponsePlan {
  const good = planResponse({
    responseId: RESPONSE_ID,
    assertionId: ASSERTION_ID,
    issuedAt: ISSUED_AT,
    issuer: IDP_ENTITY_ID,
    assertionConsumerServiceUrl: ACS,
    audience: ENTITY_ID,
    nameId: { value: NAME_ID },
    attributes: CLAIMS,
    ...(unsolicited ? {} : { inResponseTo: REQUEST_ID }),
    ...basics,
  });
  return plan({ ...good, assertions: good.assertions.map(assertion) });
}

function signed(xml: string, plan: ResponsePlan, key: TestKey, change: ResponseChange): string {
  const { sign = 'assertion', signing, between = same } = change;
  const put = (text: string, elementId: string | undefined) =>
    elementId === undefined ? text : signElement(text, { elementId, ...key, ...signing });
  const inner = sign === 'assertion' || sign === 'both' ? put(xml, plan.assertions[0]?.id) : xml;
  const turned = between(inner);
  return sign === 'response' || sign === 'both' ? put(turned, plan.id) : turned;
}

function same<T>(value: T): T {
  return value;
}
