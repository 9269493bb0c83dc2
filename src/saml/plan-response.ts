import { AUTHN_CONTEXT, CONFIRMATION_METHOD, NAME_ID_FORMAT, STATUS } from './names.js';
import { present } from './present.js';
import type { AssertionPlan, AttributePlan, NamePlan, ResponsePlan } from './response-plan.js';

const MINUTE = 60_000;
/** Entra dates its assertions back by this much and lets them live an hour. Source: captured responses of 2021 to 2025. */
const BACKDATE_MS = 5 * MINUTE;
const LIFETIME_MS = 60 * MINUTE;
/** The conditions count from a moment a little before the assertion is issued, the response is issued a little after. */
const DECIDED_BEFORE_MS = 111;
const RESPONSE_AFTER_MS = 3;

/** What differs from one good Entra response to the next. */
export interface ResponseBasics {
  readonly responseId: string;
  readonly assertionId: string;
  /** IssueInstant of the assertion; every other instant follows from it. */
  readonly issuedAt: Date;
  /** From which the conditions count; default: a little before `issuedAt`. */
  readonly decidedAt?: Date;
  /** IssueInstant of the response; default: a little after `issuedAt`. */
  readonly respondedAt?: Date;
  /** When the user's session began; default: a minute before. */
  readonly authenticatedAt?: Date;
  readonly issuer: string;
  /** Destination and Recipient. */
  readonly assertionConsumerServiceUrl: string;
  readonly audience: string;
  /** Absent when the IdP started. */
  readonly inResponseTo?: string;
  readonly nameId: NamePlan;
  readonly attributes: readonly AttributePlan[];
  readonly contextClassRef?: string;
}

/** A successful response with Entra's instants, e-mail NameID, session index and order of things. */
export function planResponse(basics: ResponseBasics): ResponsePlan {
  const { responseId, issuedAt, issuer, assertionConsumerServiceUrl, inResponseTo } = basics;
  return {
    id: responseId,
    version: '2.0',
    issueInstant: basics.respondedAt ?? later(issuedAt, RESPONSE_AFTER_MS),
    destination: assertionConsumerServiceUrl,
    ...present({ inResponseTo }),
    issuer: { value: issuer },
    status: { codes: [STATUS.success] },
    assertions: [planAssertion(basics)],
  };
}

function planAssertion(basics: ResponseBasics): AssertionPlan {
  const { assertionId, issuedAt, issuer, assertionConsumerServiceUrl, audience, inResponseTo, nameId, attributes } =
    basics;
  const decidedAt = basics.decidedAt ?? later(issuedAt, -DECIDED_BEFORE_MS);
  const notOnOrAfter = later(decidedAt, LIFETIME_MS);
  const data = { ...present({ inResponseTo }), notOnOrAfter, recipient: assertionConsumerServiceUrl };
  return {
    id: assertionId,
    version: '2.0',
    issueInstant: issuedAt,
    issuer: { value: issuer },
    subject: {
      nameId: { format: NAME_ID_FORMAT.emailAddress, ...nameId },
      confirmations: [{ method: CONFIRMATION_METHOD.bearer, data }],
    },
    conditions: { notBefore: later(decidedAt, -BACKDATE_MS), notOnOrAfter, audienceRestrictions: [[audience]] },
    attributes,
    authnStatement: {
      authnInstant: basics.authenticatedAt ?? later(issuedAt, -MINUTE),
      sessionIndex: assertionId,
      contextClassRef: basics.contextClassRef ?? AUTHN_CONTEXT.password,
    },
  };
}

function later(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}
