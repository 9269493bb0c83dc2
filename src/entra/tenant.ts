import { HarnessError } from '../errors.js';

/** How the user's session with Entra came about; decides `authnmethodsreferences` and AADSTS75011. */
export type AuthenticationMethod = 'password' | 'multifactor' | 'x509' | 'windows' | 'fido' | 'federated';

export interface TenantUser {
  /** Object id, a GUID. */
  readonly id: string;
  readonly upn: string;
  readonly displayName: string;
  /** Absent: the attribute is null in the directory, and the claim is left out. */
  readonly mail?: string;
  readonly givenName?: string;
  readonly surname?: string;
  /** Object ids of the groups the user is directly in. */
  readonly groups: readonly string[];
  /** Directory roles, as template ids; the `wids` claim. */
  readonly directoryRoles?: readonly string[];
  readonly enabled: boolean;
  readonly kind: 'member' | 'guest';
  /** Guests: `live.com`, or the issuer of the home tenant. */
  readonly identityProvider?: string;
  readonly authenticationMethods: readonly AuthenticationMethod[];
  /** Further directory attributes by name, such as `department` for `user.department`. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface TenantGroup {
  /** Object id, a GUID. */
  readonly id: string;
  readonly displayName: string;
  /** Ids of the groups this one is a member of. */
  readonly memberOf?: readonly string[];
}

export interface Tenant {
  readonly id: string;
  /** Verified domain, e.g. `contoso.com`. */
  readonly domain: string;
  readonly name: string;
  /** `https://sts.windows.net/<id>/`, with the slash. */
  readonly issuer: string;
  readonly users: readonly TenantUser[];
  readonly groups: readonly TenantGroup[];
  /** User principal names are compared without regard to case. */
  findUser(upn: string): TenantUser | undefined;
  /** Adds a user or replaces the one of that user principal name. */
  putUser(user: TenantUser): void;
  removeUser(upn: string): boolean;
  putGroup(group: TenantGroup): void;
  /** Ids of the user's groups, direct ones first, then those reached through other groups. */
  groupsOf(user: TenantUser): readonly string[];
}

export interface TenantPlan {
  readonly id: string;
  readonly domain: string;
  readonly name: string;
  readonly users: readonly TenantUser[];
  readonly groups?: readonly TenantGroup[];
}

/** A directory in memory. */
export function createTenant({ id, domain, name, users, groups = [] }: TenantPlan): Tenant {
  const byUpn = new Map(users.map((user) => [keyOf(user.upn), user]));
  const byId = new Map(groups.map((group) => [group.id, group]));
  return {
    id,
    domain,
    name,
    issuer: issuerOf(id),
    get users() {
      return [...byUpn.values()];
    },
    get groups() {
      return [...byId.values()];
    },
    findUser: (upn) => byUpn.get(keyOf(upn)),
    putUser: (user) => {
      if (!/^[^@\s]+@[^@\s]+$/.test(user.upn)) throw badUpn(user.upn);
      byUpn.set(keyOf(user.upn), user);
    },
    removeUser: (upn) => byUpn.delete(keyOf(upn)),
    putGroup: (group) => void byId.set(group.id, group),
    groupsOf: (user) => withParents(user.groups, byId),
  };
}

/** Issuer and entityID of a tenant. */
export function issuerOf(tenantId: string): string {
  return `https://sts.windows.net/${tenantId}/`;
}

function keyOf(upn: string): string {
  return upn.trim().toLowerCase();
}

function withParents(direct: readonly string[], groups: ReadonlyMap<string, TenantGroup>): readonly string[] {
  const reached = new Set(direct);
  for (const id of reached) for (const parent of groups.get(id)?.memberOf ?? []) reached.add(parent);
  return [...reached];
}

function badUpn(upn: string): HarnessError {
  return new HarnessError(
    'USER_INVALID',
    `"${upn}" is not a user principal name.`,
    'Write it as name@domain, for example B.Simon@contoso.com.',
  );
}
