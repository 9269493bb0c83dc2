import { NS } from './names.js';
import type { InstantPlan, NamePlan, StatusPlan } from './response-plan.js';
import { writeName, writeStatus } from './write-response.js';
import { element, instant, text } from './write-xml.js';

/** samlp:LogoutRequest (SAML core 3.7.1). */
export interface LogoutRequestPlan {
  readonly id: string;
  readonly issueInstant: InstantPlan;
  readonly destination?: string;
  readonly notOnOrAfter?: InstantPlan;
  readonly reason?: string;
  readonly issuer: string;
  /** Entra refuses a request without one (AADSTS7500530), but does not look at its value. */
  readonly nameId?: NamePlan;
  readonly sessionIndexes?: readonly string[];
}

/** samlp:LogoutResponse (SAML core 3.7.2). */
export interface LogoutResponsePlan {
  readonly id: string;
  readonly issueInstant: InstantPlan;
  readonly destination?: string;
  readonly inResponseTo?: string;
  readonly issuer: string;
  readonly status: StatusPlan;
}

/** A LogoutRequest in one line, in the shape of Entra's documentation; unsigned. */
export function writeLogoutRequest(plan: LogoutRequestPlan): string {
  const { id, issueInstant, destination, notOnOrAfter, reason, issuer, nameId, sessionIndexes = [] } = plan;
  return element(
    'samlp:LogoutRequest',
    {
      ID: id,
      Version: '2.0',
      IssueInstant: instant(issueInstant),
      Destination: destination,
      NotOnOrAfter: notOnOrAfter === undefined ? undefined : instant(notOnOrAfter),
      Reason: reason,
      'xmlns:samlp': NS.protocol,
    },
    writeName('Issuer', { value: issuer }, NS.assertion),
    nameId && writeName('NameID', nameId, NS.assertion),
    ...sessionIndexes.map((index) => element('samlp:SessionIndex', {}, text(index))),
  );
}

/** A LogoutResponse in one line, in the shape of Entra's documentation; unsigned. */
export function writeLogoutResponse({
  id,
  issueInstant,
  destination,
  inResponseTo,
  issuer,
  status,
}: LogoutResponsePlan): string {
  return element(
    'samlp:LogoutResponse',
    {
      ID: id,
      Version: '2.0',
      IssueInstant: instant(issueInstant),
      Destination: destination,
      InResponseTo: inResponseTo,
      'xmlns:samlp': NS.protocol,
    },
    writeName('Issuer', { value: issuer }, NS.assertion),
    writeStatus(status),
  );
}
