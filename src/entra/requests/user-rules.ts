import type { AuthnRequest } from '../../saml/authn-request.js';
import type { Application } from '../application.js';
import type { Assignments } from '../assignments.js';
import { authenticationBy, type SignInSession } from '../authentication.js';
import { REASONS, type Reason } from '../refusal.js';
import type { Tenant } from '../tenant.js';
import type { EntraUser } from '../user.js';

export interface SignInFacts {
  readonly tenant: Tenant;
  readonly application: Application;
  readonly assignments: Assignments;
  readonly name: string;
  readonly user: EntraUser | undefined;
}

/** What can be said against a user signing in to the application. */
export function reasonAgainstUser({ tenant, application, assignments, name, user }: SignInFacts): Reason | undefined {
  if (!user) {
    const isOwn = name.toLowerCase().endsWith(`@${tenant.domain}`) || !name.includes('@');
    return isOwn ? REASONS.userUnknown(name, tenant.name) : REASONS.userOfAnotherTenant(name, application, tenant.name);
  }
  if (!user.accountEnabled) return REASONS.userDisabled();
  if (application.assignmentRequired && !assignments.isAssigned(user)) {
    return REASONS.notAssigned(application, user.userPrincipalName);
  }
  return undefined;
}

const WORDS: Readonly<Record<string, string>> = {
  PasswordProtectedTransport: 'Password, ProtectedTransport',
  windows: 'WindowsIntegrated',
};

/** AADSTS75011: none of the classes the request asks for is how the session was authenticated. */
export function reasonAgainstAuthentication(
  { requestedAuthnContext }: AuthnRequest,
  { method }: SignInSession,
  application: Application,
): Reason | undefined {
  const wanted = requestedAuthnContext?.classRefs ?? [];
  const { satisfies, words } = authenticationBy(method);
  if (wanted.length === 0 || wanted.some((classRef) => isSatisfied(classRef, satisfies))) return undefined;
  const named = wanted.map(wordOf).join(', ');
  return REASONS.authenticationMismatch(words, named, application);
}

function isSatisfied(classRef: string, satisfies: readonly string[]): boolean {
  return classRef.endsWith(':unspecified') || satisfies.includes(classRef);
}

function wordOf(classRef: string): string {
  const last = classRef.split(':').at(-1) ?? classRef;
  return WORDS[last] ?? last;
}
