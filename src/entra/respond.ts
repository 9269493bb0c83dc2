import type { Clock, Random } from '../clock.js';
import { encodePost } from '../saml/bindings.js';
import { DIGEST, SIGNATURE_METHOD } from '../saml/names.js';
import { planResponse } from '../saml/plan-response.js';
import type { NamePlan, ResponsePlan } from '../saml/response-plan.js';
import { signElement } from '../saml/sign.js';
import { writeResponse } from '../saml/write-response.js';
import type { Application } from './application.js';
import type { Authentication } from './authentication.js';
import { type ClaimOverrides, overrideClaims } from './claim-overrides.js';
import { attributesFor, type ClaimFacts } from './claims.js';
import type { Fault, FaultContext, FormField, SigningPlan } from './fault.js';
import { newMessageId } from './guid.js';
import type { KeyPair } from './key-vault.js';
import type { AcceptedRequest } from './sign-in-question.js';
import { issuerOf } from './tenant.js';

/** Everything one answer is made of. */
export interface AnswerFacts extends ClaimFacts {
  readonly request: AcceptedRequest;
  readonly audience: string;
  readonly nameId: NamePlan;
  readonly authentication: Authentication;
  readonly authenticatedAt?: Date;
  readonly overrides: ClaimOverrides;
  readonly key: KeyPair;
}

export interface PostedAnswer {
  readonly kind: 'post';
  readonly acsUrl: string;
  /** Names and values of the form, in order: SAMLResponse in base64, and RelayState. */
  readonly fields: readonly FormField[];
  readonly responseXml: string;
}

/** The response, signed, encrypted when the application wants it, with its faults, as the form that carries it. */
export async function respond(
  facts: AnswerFacts,
  faults: readonly Fault[],
  context: FaultContext,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<PostedAnswer> {
  const plan = await through(faults, 'plan', planFor(facts, clock.now(), random), context);
  const unsigned = await through(faults, 'beforeSigning', writeResponse(plan), context);
  const signing = await through(faults, 'signing', signingOf(facts.application, facts.key), context);
  const signed = await sign(unsigned, plan, signing, facts.application, random);
  const responseXml = await through(faults, 'afterSigning', signed, context);
  const { assertionConsumerServiceUrl: acsUrl, relayState } = facts.request;
  const form: readonly FormField[] = [
    ['SAMLResponse', encodePost(responseXml)],
    ...(relayState === undefined ? [] : [['RelayState', relayState] as const]),
  ];
  return { kind: 'post', acsUrl, fields: await through(faults, 'form', form, context), responseXml };
}

function planFor(facts: AnswerFacts, issuedAt: Date, random: Random): ResponsePlan {
  const { request, tenant, audience, nameId, authentication, authenticatedAt, overrides } = facts;
  return planResponse({
    responseId: newMessageId(random, 'response'),
    assertionId: newMessageId(random, 'assertion'),
    issuedAt,
    issuer: issuerOf(tenant.id),
    assertionConsumerServiceUrl: request.assertionConsumerServiceUrl,
    audience,
    nameId,
    attributes: overrideClaims(attributesFor(facts), overrides),
    contextClassRef: authentication.contextClassRef,
    ...(request.id !== undefined && { inResponseTo: request.id }),
    ...(authenticatedAt && { authenticatedAt }),
  });
}

function signingOf({ signingOption, signingAlgorithm }: Application, key: KeyPair): SigningPlan {
  const sha1 = { signatureMethod: SIGNATURE_METHOD.rsaSha1, digestMethod: DIGEST.sha1 };
  return {
    assertion: signingOption !== 'Sign SAML response',
    response: signingOption !== 'Sign SAML assertion',
    key,
    options: signingAlgorithm === 'SHA-1' ? sha1 : {},
  };
}

/** The assertion first, then encryption, then the response, which covers both. */
async function sign(
  xml: string,
  plan: ResponsePlan,
  signing: SigningPlan,
  application: Application,
  random: Random,
): Promise<string> {
  const { key, options } = signing;
  const put = (text: string, elementId: string | undefined) =>
    elementId === undefined ? text : signElement(text, { elementId, ...key, ...options });
  const inner = signing.assertion ? plan.assertions.reduce((text, { id }) => put(text, id), xml) : xml;
  const certificatePem = application.tokenEncryptionCertificate;
  const sealed = certificatePem === undefined ? inner : await sealedFor(certificatePem, random, inner);
  return signing.response ? put(sealed, plan.id) : sealed;
}

async function sealedFor(certificatePem: string, random: Random, xml: string): Promise<string> {
  const { encryptAssertion } = await import('../saml/encrypt.js');
  return encryptAssertion(xml, { certificatePem, random });
}

async function through<K extends 'plan' | 'beforeSigning' | 'signing' | 'afterSigning' | 'form', T>(
  faults: readonly Fault[],
  hook: K,
  value: T,
  context: FaultContext,
): Promise<T> {
  let changed = value;
  for (const fault of faults) {
    const change = fault[hook] as ((value: T, context: FaultContext) => T | Promise<T>) | undefined;
    if (change) changed = await change.call(fault, changed, context);
  }
  return changed;
}
