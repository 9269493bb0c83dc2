/** How a login is called on every page. */

import type { Finding } from '../../diagnosis/check.js';
import { undecided } from '../../diagnosis/refusal.js';
import type { Login, PendingLogin } from '../../logins/login.js';
import { loginHintOf } from '../../logins/login-hint.js';
import { REQUEST_LIFETIME_MS } from '../../logins/pending-requests.js';

/** Who signed in, or tried to: the matched address, else the NameID as it came, else nothing; of one who is on the way, the address given. */
export function userOf(login: Login): string | undefined {
  if (login.state === 'pending') return loginHintOf(login.request);
  return login.user?.email ?? login.assertion?.subject?.nameId;
}

/** A request that was not answered in time; an answer that comes now is refused. */
export function isOverdue({ request }: PendingLogin, now: Date): boolean {
  return request !== undefined && now.getTime() - Date.parse(request.sentAt) > REQUEST_LIFETIME_MS;
}

/** The finding that explains a refusal best. */
export function rootCauseOf(login: Login): Finding | undefined {
  if (login.state === 'pending' || login.diagnosis.rootCause === null) return undefined;
  return login.diagnosis.findings.find(({ id }) => id === login.diagnosis.rootCause);
}

/** Where nothing failed, and yet it was refused: what could not be checked. */
export function undecidedOf(login: Login): Finding | undefined {
  return login.state === 'pending' ? undefined : undecided(login.diagnosis);
}

/** What is said of it on every page. */
export const NO_CERTIFICATE = 'No signature could be judged: no certificate of the identity provider is known here.';

/** When the login last moved: the answer's arrival, else the request's departure. */
export function instantOf(login: Login): string | undefined {
  return login.state === 'answered' ? login.received.at : login.request?.sentAt;
}

export const flowInWords = (login: Login): string => (login.flow === 'sp-initiated' ? 'SP-initiated' : 'IdP-initiated');

/** Warnings of an accepted login, by what they say. */
export function warningsOf(login: Login): readonly Finding[] {
  if (login.state === 'pending') return [];
  return login.diagnosis.findings.filter(({ status, severity }) => status === 'fail' && severity !== 'error');
}
