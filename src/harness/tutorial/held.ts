import type { EntraStandIn } from '../../entra/stand-in.js';
import type { Account } from '../../sp/account.js';
import type { AuthenticationProfile } from '../../sp/authentication-profile.js';
import type { Directory } from '../../sp/directory.js';
import type { StepId } from './steps.js';

/** What holds now, whoever saw to it; a step that is not named leaves nothing behind that could be looked at. */
export type Held = Partial<Record<StepId, boolean>>;

/** On the stand-in's side. */
export function heldByEntra({ application, users, assignments }: EntraStandIn, account: Account): Held {
  const { identifiers, replyUrls, signOnUrl, assignmentRequired } = application;
  return {
    application: true,
    identifier: identifiers.includes(account.entityId),
    'reply-url': replyUrls.includes(account.assertionConsumerServiceUrl),
    'sign-on-url': signOnUrl !== undefined,
    'test-user': users.length > 0,
    assignment: assignments.list().length > 0 || !assignmentRequired,
  };
}

/** On Mimecast's side. */
export function heldByMimecast(profile: AuthenticationProfile, { domains, addresses }: Directory): Held {
  return {
    'authentication-profile': profile.enforceSamlForMimecast || profile.enforceSamlForAdministrationConsole,
    import: profile.identityProviderCertificates.length > 0 && profile.loginUrl !== undefined,
    contexts: !profile.usePasswordProtectedContext && !profile.useIntegratedAuthenticationContext,
    domain: domains.length > 0,
    address: addresses.length > 0,
    role: addresses.some(({ roles }) => roles.length > 0),
  };
}
