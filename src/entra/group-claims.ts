import { ENTRA_CLAIM } from '../saml/names.js';
import type { AttributePlan } from '../saml/response-plan.js';
import type { Application } from './application.js';
import { claimType } from './claim-rules.js';
import type { Tenant, TenantUser } from './tenant.js';

/** More groups than this, nested ones counted, and a link is sent in their place (SAML; 200 for JWT). */
const MAX_GROUPS = 150;

/** The groups claim or its overage link, as the group claim of the application says. */
export function groupClaims(tenant: Tenant, application: Application, user: TenantUser): AttributePlan[] {
  const { groupClaim } = application;
  if (!groupClaim) return [];
  if (groupClaim.groups === 'directory-roles') return [];
  const ids =
    groupClaim.groups === 'assigned-to-application' ? assignedGroups(application, user) : tenant.groupsOf(user);
  if (ids.length > MAX_GROUPS && groupClaim.groups !== 'assigned-to-application') {
    return [{ name: ENTRA_CLAIM.groupsLink, values: [overageLink(tenant, user)] }];
  }
  const values = groupClaim.source === 'display-name' ? ids.map((id) => displayName(tenant, id)) : ids;
  const name =
    groupClaim.name === undefined
      ? ENTRA_CLAIM.groups
      : claimType({
          name: groupClaim.name,
          ...(groupClaim.namespace !== undefined && { namespace: groupClaim.namespace }),
        });
  return values.length > 0 ? [{ name, values }] : [];
}

/** Directory roles, sent where roles of the application are sent. */
export function directoryRoleClaims({ groupClaim }: Application, user: TenantUser): AttributePlan[] {
  const values = user.directoryRoles ?? [];
  const isAsked = groupClaim?.groups === 'all' || groupClaim?.groups === 'directory-roles';
  return isAsked && values.length > 0 ? [{ name: ENTRA_CLAIM.wids, values }] : [];
}

function assignedGroups({ assignments }: Application, user: TenantUser): readonly string[] {
  return user.groups.filter((id) => assignments.some(({ group }) => group === id));
}

function overageLink(tenant: Tenant, user: TenantUser): string {
  return `https://graph.windows.net/${tenant.id}/users/${user.id}/getMemberObjects`;
}

function displayName(tenant: Tenant, id: string): string {
  return tenant.groups.find((group) => group.id === id)?.displayName ?? id;
}
