import { ATTRIBUTE_NAME_FORMAT, ENTRA_CLAIM } from '../saml/names.js';
import type { AttributePlan } from '../saml/response-plan.js';
import type { Application } from './application.js';
import { type Authentication, UNSPECIFIED_METHOD } from './authentication.js';
import { claimName } from './claim-rule.js';
import { sourceValue } from './claim-source.js';
import { groupAttributes } from './group-claim.js';
import { issuerOf, type Tenant } from './tenant.js';
import type { EntraUser } from './user.js';

/** Everything the claims of one response are made of. */
export interface ClaimFacts {
  readonly tenant: Tenant;
  readonly application: Application;
  readonly user: EntraUser;
  readonly authentication: Authentication;
  /** Ids of the user's groups, nested ones included. */
  readonly groups: readonly string[];
  /** Ids of the groups that are assigned to the application and that the user is a direct member of. */
  readonly assignedGroups: readonly string[];
  readonly findGroup: Parameters<typeof groupAttributes>[0]['findGroup'];
  /** Values of the application roles assigned to the user. */
  readonly roles: readonly string[];
}

/**
 * The attributes of a response in Entra's order: core claims with groups between them, roles, then the configured ones. An attribute
 * the user does not have is left out, never sent empty. Source: six captured responses.
 */
export function attributesFor(facts: ClaimFacts): readonly AttributePlan[] {
  const { tenant, application, user, authentication, roles } = facts;
  const { groups, asRoles, directoryRoles } = groupAttributes(facts);
  const roleValues = [...roles, ...asRoles];
  const attributes = [
    one(ENTRA_CLAIM.tenantId, tenant.id),
    one(ENTRA_CLAIM.objectIdentifier, user.id),
    one(ENTRA_CLAIM.displayName, user.displayName),
    ...groups,
    one(ENTRA_CLAIM.identityProvider, user.identityProvider ?? issuerOf(tenant.id)),
    many(ENTRA_CLAIM.authnMethodsReferences, referencesOf(user, authentication)),
    many(ENTRA_CLAIM.role, roleValues),
    many(ENTRA_CLAIM.wids, directoryRoles),
    ...application.claims.map((rule) =>
      rule.source.toLowerCase() === 'user.assignedroles'
        ? many(claimName(rule), roles)
        : one(claimName(rule), sourceValue(user, rule.source, rule.transformation)),
    ),
  ];
  const sent = attributes.filter((attribute) => attribute !== undefined);
  return application.includeAttributeNameFormat ? sent.map(withNameFormat) : sent;
}

/** Guests from elsewhere show one method more. Source: two captured responses of guests, 2019 and 2023. */
function referencesOf({ identityProvider }: EntraUser, { references }: Authentication): readonly string[] {
  return identityProvider === undefined ? references : [...new Set([...references, UNSPECIFIED_METHOD])];
}

function one(name: string, value: string | undefined): AttributePlan | undefined {
  return value === undefined ? undefined : { name, values: [value] };
}

function many(name: string, values: readonly string[]): AttributePlan | undefined {
  return values.length === 0 ? undefined : { name, values };
}

/** Which of the two formats Entra writes is not documented: the URI one for URIs is inferred. */
function withNameFormat(attribute: AttributePlan): AttributePlan {
  return {
    ...attribute,
    nameFormat: /^(https?|urn):/.test(attribute.name ?? '') ? ATTRIBUTE_NAME_FORMAT.uri : ATTRIBUTE_NAME_FORMAT.basic,
  };
}
