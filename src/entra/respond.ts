import type { Clock, Random } from '../clock.js';
import { HarnessError } from '../errors.js';
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
import { withConditions } from './edit-plan.js';
import type { Delivery, EncryptionPlan, Fault, FaultContext, FormField, SigningPlan } from './fault.js';
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
  /** How the form is to be sent, when a fault wants something else than a plain POST. */
  readonly delivery?: Delivery;
  readonly responseXml: string;
  /** SessionIndex of the AuthnStatement: what a LogoutRequest may name later. */
  readonly sessionIndex?: string;
  /** When the user signed in: what the session keeps, and every later answer says again, whatever a fault made of it here. */
  readonly authenticatedAt?: Date;
}

/** The response, signed, encrypted when the application wants it, with its faults, as the form that carries it. */
export async function respond(
  facts: AnswerFacts,
  faults: readonly Fault[],
  context: FaultContext,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<PostedAnswer> {
  const planned = planFor(facts, clock.now(), random);
  const plan = await through(faults, 'plan', planned, context);
  const unsigned = await through(faults, 'beforeSigning', writeResponse(plan), context);
  const signing = await through(faults, 'signing', signingOf(facts.application, facts.key), context);
  const encryption = await through(faults, 'encryption', encryptionOf(facts.application), context);
  const isSpoilt = faults.length > 0;
  const signed = await sealed(unsigned, plan, { signing, encryption, random, isSpoilt });
  const responseXml = await through(faults, 'afterSigning', signed, context);
  const { assertionConsumerServiceUrl: acsUrl, relayState } = facts.request;
  const form: readonly FormField[] = [
    ['SAMLResponse', encodePost(responseXml)],
    ...(relayState === undefined ? [] : [['RelayState', relayState] as const]),
  ];
  const sessionIndex = plan.assertions[0]?.authnStatement?.sessionIndex;
  const authenticatedAt = planned.assertions[0]?.authnStatement?.authnInstant;
  return {
    kind: 'post',
    acsUrl,
    fields: await through(faults, 'form', form, context),
    delivery: await through(faults, 'delivery', { method: 'post' }, context),
    responseXml,
    ...(sessionIndex !== undefined && { sessionIndex }),
    ...(authenticatedAt instanceof Date && { authenticatedAt }),
  };
}

function planFor(facts: AnswerFacts, now: Date, random: Random): ResponsePlan {
  const { request, tenant, audience, nameId, authentication, authenticatedAt, overrides, application } = facts;
  const moments = instants(now, random);
  const plan = planResponse({
    responseId: newMessageId(random, 'response'),
    assertionId: newMessageId(random, 'assertion'),
    ...moments,
    issuer: issuerOf(tenant.id),
    assertionConsumerServiceUrl: request.assertionConsumerServiceUrl,
    audience,
    nameId,
    attributes: overrideClaims(attributesFor(facts), overrides),
    contextClassRef: authentication.contextClassRef,
    ...(request.id !== undefined && { inResponseTo: request.id }),
    ...(authenticatedAt && { authenticatedAt }),
  });
  const { accessTokenLifetimeMinutes } = application;
  if (accessTokenLifetimeMinutes === undefined) return plan;
  // A policy moves the end of Conditions to its lifetime and five minutes, and nothing else (token lifetimes documentation).
  const notOnOrAfter = new Date(moments.decidedAt.getTime() + (accessTokenLifetimeMinutes + 5) * 60_000);
  return withConditions(plan, (conditions) => ({ ...conditions, notOnOrAfter }));
}

/**
 * The assertion is decided upon 0.09 to 0.5 s before it is issued, and the response follows within 16 ms (captured responses of 2021
 * to 2025). The response is the one that is issued now, so that nothing comes from the future.
 */
function instants(now: Date, random: Random): { issuedAt: Date; decidedAt: Date; respondedAt: Date } {
  const [first = 0, second = 0] = random.bytes(2);
  const issuedAt = new Date(now.getTime() - (first % 17));
  return {
    respondedAt: now,
    issuedAt,
    decidedAt: new Date(issuedAt.getTime() - 90 - Math.round((second * 410) / 255)),
  };
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

function encryptionOf({ tokenEncryptionCertificate: certificatePem }: Application): EncryptionPlan | undefined {
  return certificatePem === undefined ? undefined : { certificatePem };
}

interface Seals {
  readonly signing: SigningPlan;
  readonly encryption: EncryptionPlan | undefined;
  readonly random: Random;
  /** A spoilt text may have nothing left to sign or to encrypt: then it goes out without. */
  readonly isSpoilt: boolean;
}

/** The assertion's signature first, then encryption, then the response's signature, which covers both. */
async function sealed(xml: string, plan: ResponsePlan, seals: Seals): Promise<string> {
  const { signing, encryption, random, isSpoilt } = seals;
  const { key, options } = signing;
  const put = (text: string, elementId: string | undefined) =>
    elementId === undefined
      ? text
      : whereItGoes(text, isSpoilt, () => signElement(text, { elementId, ...key, ...options }));
  const inner = signing.assertion ? plan.assertions.reduce((text, { id }) => put(text, id), xml) : xml;
  const encryptAssertion = encryption && (await import('../saml/encrypt.js')).encryptAssertion;
  const locked = encryptAssertion
    ? whereItGoes(inner, isSpoilt, () => encryptAssertion(inner, { ...encryption, random }))
    : inner;
  return signing.response ? put(locked, plan.id) : locked;
}

function whereItGoes(text: string, isSpoilt: boolean, seal: () => string): string {
  try {
    return seal();
  } catch (error) {
    if (isSpoilt && error instanceof HarnessError) return text;
    throw error;
  }
}

type Hook = 'plan' | 'beforeSigning' | 'signing' | 'encryption' | 'afterSigning' | 'form' | 'delivery';

async function through<T>(faults: readonly Fault[], hook: Hook, value: T, context: FaultContext): Promise<T> {
  let changed = value;
  for (const fault of faults) {
    const change = fault[hook] as ((value: T, context: FaultContext) => T | Promise<T>) | undefined;
    if (change) changed = await change.call(fault, changed, context);
  }
  return changed;
}
