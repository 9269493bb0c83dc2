import { type Obstacle, obstacle } from './aadsts.js';
import type { Authentication } from './authentication.js';
import type { EntraStandIn } from './stand-in.js';
import type { EntraUser } from './user.js';

type Access =
  | { readonly obstacle: Obstacle; readonly user?: never }
  | { readonly user: EntraUser; readonly obstacle?: never };

/** Who may sign in to the application, or the refusal. */
export function accessOf(upn: string, { tenant, directory, application, assignments }: EntraStandIn): Access {
  const user = directory.find(upn);
  if (!user) return { obstacle: obstacle(50034, { upn, tenant: tenant.name }) };
  if (!user.accountEnabled) return { obstacle: obstacle(50057) };
  const { applicationId: appId, name } = application;
  if (!application.enabledForUsersToSignIn) return { obstacle: obstacle(7000112, { appId, application: name }) };
  if (application.assignmentRequired && !assignments.isAssigned(user)) {
    return { obstacle: obstacle(50105, { application: name, appId, upn: user.userPrincipalName }) };
  }
  return { user };
}

/** AADSTS75011: the way the user signed in does not satisfy any class the request asks for. */
export function contextObstacle(
  requested: readonly string[],
  used: Authentication,
  application: string,
): Obstacle | undefined {
  const isMet = (ref: string) => /:unspecified$/i.test(ref) || used.satisfies.includes(ref);
  if (requested.length === 0 || requested.some(isMet)) return undefined;
  return obstacle(75011, { used: used.words, requested: requested.map(requestedWords).join(', '), application });
}

/** As the text of AADSTS75011 names a requested class; Microsoft splits PasswordProtectedTransport in two words. */
function requestedWords(classRef: string): string {
  const last = classRef.split(':').at(-1) ?? classRef;
  return last === 'PasswordProtectedTransport' ? 'Password, ProtectedTransport' : last;
}
