import { ENTRA_CLAIM, ENTRA_GROUP_LIMIT } from '../saml/names.js';
import type { AttributePlan } from '../saml/response-plan.js';
import type { Application } from './application.js';
import { claimName, type GroupClaim } from './claim-rule.js';
import type { Tenant } from './tenant.js';
import type { EntraUser, Group } from './user.js';

interface GroupFacts {
  readonly tenant: Tenant;
  readonly application: Application;
  readonly user: EntraUser;
  readonly groups: readonly string[];
  readonly assignedGroups: readonly string[];
  readonly findGroup: (id: string) => Group | undefined;
}

interface GroupAttributes {
  /** The groups attribute, or the link that stands in its place. */
  readonly groups: readonly AttributePlan[];
  readonly asRoles: readonly string[];
  readonly directoryRoles: readonly string[];
}

/** What the group claim adds to a response: groups, or above the limit only a link (claims documentation, "groups overage"). */
export function groupAttributes(facts: GroupFacts): GroupAttributes {
  const { user, application, tenant } = facts;
  const { groupClaim } = application;
  const nothing = { groups: [], asRoles: [], directoryRoles: [] };
  if (!groupClaim) return nothing;
  const directoryRoles = isWithRoles(groupClaim) ? user.directoryRoles : [];
  const ids = groupIds(groupClaim, facts);
  if (ids.length > ENTRA_GROUP_LIMIT) {
    const link = `https://graph.windows.net/${tenant.id}/users/${user.id}/getMemberObjects`;
    return { ...nothing, directoryRoles, groups: [{ name: ENTRA_CLAIM.groupsLink, values: [link] }] };
  }
  const values = ids
    .map((id) => groupValue(id, facts.findGroup(id), groupClaim))
    .filter((value) => value !== undefined);
  if (values.length === 0) return { ...nothing, directoryRoles };
  if (groupClaim.asRoles) return { ...nothing, directoryRoles, asRoles: values };
  const { name, namespace } = groupClaim;
  const attribute = name ? claimName({ name, ...(namespace ? { namespace } : {}) }) : ENTRA_CLAIM.groups;
  return { groups: [{ name: attribute, values }], asRoles: [], directoryRoles };
}

function isWithRoles({ groups }: GroupClaim): boolean {
  return groups === 'All groups' || groups === 'Directory roles';
}

function groupIds({ groups }: GroupClaim, facts: GroupFacts): readonly string[] {
  if (groups === 'Directory roles') return [];
  return groups === 'Groups assigned to the application' ? facts.assignedGroups : facts.groups;
}

/** A group without the attribute is sent by its id: what Entra does for cloud groups when an on-premises attribute is chosen. */
function groupValue(id: string, group: Group | undefined, { sourceAttribute }: GroupClaim): string | undefined {
  const { onPremises } = group ?? {};
  switch (sourceAttribute) {
    case 'Group ID':
      return id;
    case 'Cloud-only group display names':
      return onPremises ? id : (group?.displayName ?? id);
    case 'sAMAccountName':
      return onPremises?.samAccountName ?? id;
    case 'NetbiosDomain\\sAMAccountName':
      return onPremises ? `${onPremises.netBiosDomain}\\${onPremises.samAccountName}` : id;
    case 'DNSDomain\\sAMAccountName':
      return onPremises ? `${onPremises.dnsDomain}\\${onPremises.samAccountName}` : id;
    case 'On Premises Group Security Identifier':
      return onPremises?.securityIdentifier ?? id;
  }
}
