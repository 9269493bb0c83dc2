import type { MatchedUser } from '../../logins/login.js';

/**
 * Where an accepted login lands. Mimecast: somebody with an administrator role is taken to the console, everybody else to the
 * portal, unless the endpoint is that of one of the two. RelayState is never followed.
 */
export function landingPath(endpoint: string, user: MatchedUser | null): '/portal' | '/console' {
  if (endpoint === '/login/sso/adcon') return '/console';
  if (endpoint === '/login/sso/mpp') return '/portal';
  return user?.roles.some((role) => /administrator/i.test(role)) ? '/console' : '/portal';
}
