import type { Clock, Random } from '../clock.js';
import { encodeRedirect } from '../saml/bindings.js';
import { STATUS } from '../saml/names.js';
import { isNcName } from '../saml/nc-name.js';
import { present } from '../saml/present.js';
import { readLogoutRequest } from '../saml/read-logout.js';
import { writeLogoutRequest, writeLogoutResponse } from '../saml/write-logout.js';
import { type Obstacle, obstacle, xmlObstacle } from './aadsts.js';
import { type Application, answersTo } from './application.js';
import { newMessageId } from './guid.js';
import { pairwiseId } from './name-id.js';
import { issuerOf, type Tenant } from './tenant.js';
import type { EntraUser } from './user.js';

interface LogoutFacts {
  readonly tenant: Tenant;
  readonly application: Application;
  /** Those of the responses this browser was given; a request may name one of them. */
  readonly sessionIndexes: readonly string[];
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Answers a LogoutRequest (HTTP-Redirect only). NameID has to be there, but its value is not looked at; whoever is signed in at this
 * browser is signed out. The LogoutResponse is unsigned and issued by the login host, not by the issuer of assertions. Source: single
 * sign-out documentation; that it is unsigned is inferred from a report.
 *
 * @returns The application's Logout URL with the LogoutResponse, or why the page says no.
 */
export function logOut(
  message: { readonly xml: string; readonly relayState?: string },
  facts: LogoutFacts,
): { readonly url: string; readonly obstacle?: never } | { readonly obstacle: Obstacle; readonly url?: never } {
  const { application, tenant, clock, random } = facts;
  const { request, problem } = readLogoutRequest(message.xml);
  if (!request) return { obstacle: problem.xml ? xmlObstacle(message.xml, problem.xml.offset) : obstacle(75005) };
  const found = obstacleTo(request, facts);
  if (found) return { obstacle: found };
  const { logoutUrl } = application;
  if (logoutUrl === undefined) return { obstacle: obstacle(50061, { detail: 'The application has no Logout URL.' }) };
  const xml = writeLogoutResponse({
    id: newMessageId(random, 'response'),
    issueInstant: clock.now(),
    destination: logoutUrl,
    ...present({ inResponseTo: request.id }),
    issuer: `https://login.microsoftonline.com/${tenant.id}/`,
    status: { codes: [STATUS.success] },
  });
  return {
    url: withQuery(logoutUrl, { xml, parameter: 'SAMLResponse', ...present({ relayState: message.relayState }) }),
  };
}

/**
 * Entra's own LogoutRequest to the application, when somebody signs out at Entra: its NameID is the pairwise id without a Format,
 * whatever NameID the assertion had. Source: several reports.
 *
 * @returns `undefined` when the application has no Logout URL.
 */
export function askToLogOut({ user, ...facts }: LogoutFacts & { readonly user: EntraUser }): string | undefined {
  const { application, tenant, clock, random, sessionIndexes } = facts;
  if (application.logoutUrl === undefined) return undefined;
  const xml = writeLogoutRequest({
    id: newMessageId(random, 'response'),
    issueInstant: clock.now(),
    destination: application.logoutUrl,
    issuer: issuerOf(tenant.id),
    nameId: { value: pairwiseId(tenant, application, user) },
    sessionIndexes,
  });
  return withQuery(application.logoutUrl, { xml, parameter: 'SAMLRequest' });
}

type LogoutRequest = NonNullable<ReturnType<typeof readLogoutRequest>['request']>;

function obstacleTo(
  request: LogoutRequest,
  { application, tenant, sessionIndexes }: LogoutFacts,
): Obstacle | undefined {
  const { id = '', version, issueInstant, issuer, nameId } = request;
  if (version !== '2.0' || issueInstant?.ms === undefined || !issuer) return obstacle(75005);
  if (!isNcName(id)) return obstacle(7500529, { id });
  if (!answersTo(application, issuer.value)) {
    return obstacle(700016, { identifier: issuer.value, tenant: tenant.name });
  }
  if (!nameId || nameId.value === '') return obstacle(7500530);
  const isForeign = (index: string) => !sessionIndexes.includes(index);
  return request.sessionIndexes.length > 0 && request.sessionIndexes.every(isForeign) ? obstacle(50070) : undefined;
}

function withQuery(url: string, message: Parameters<typeof encodeRedirect>[0]): string {
  return `${url}${url.includes('?') ? '&' : '?'}${encodeRedirect(message)}`;
}
