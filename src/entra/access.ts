import { type Obstacle, obstacle } from './aadsts.js';
import type { Application } from './application.js';
import type { Tenant, TenantUser } from './tenant.js';

/** Why this user may not sign in to this application; `undefined` when the user may. */
export function accessObstacle(
  application: Application,
  tenant: Tenant,
  upn: string,
): { obstacle: Obstacle; user?: never } | { user: TenantUser; obstacle?: never } {
  const user = tenant.findUser(upn);
  if (!user) return { obstacle: obstacle(50034, { upn, tenant: tenant.name }) };
  if (!user.enabled) return { obstacle: obstacle(50057) };
  const { appId, name } = application;
  if (!application.enabled) return { obstacle: obstacle(7000112, { appId, application: name }) };
  if (application.assignmentRequired && !isAssigned(application, user)) {
    return { obstacle: obstacle(50105, { application: name, appId, upn: user.upn }) };
  }
  return { user };
}

/** Directly, or as a direct member of an assigned group: membership through another group does not count. */
export function isAssigned({ assignments }: Application, user: TenantUser): boolean {
  return assignments.some(
    ({ user: upn, group }) =>
      upn?.toLowerCase() === user.upn.toLowerCase() || (group !== undefined && user.groups.includes(group)),
  );
}
