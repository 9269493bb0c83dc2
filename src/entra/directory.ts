import { HarnessError } from '../errors.js';
import { guidFor } from './guid.js';
import type { EntraUser, Group, UserDraft } from './user.js';

/** Users and groups of the tenant. Names of users are compared without regard to case, as Entra does. */
export interface Directory {
  users(): readonly EntraUser[];
  find(userPrincipalName: string): EntraUser | undefined;
  /** Adds a user, or replaces the one of that name; what is left out gets a sensible value or stays away. */
  put(draft: UserDraft): EntraUser;
  remove(userPrincipalName: string): boolean;
  groups(): readonly Group[];
  findGroup(id: string): Group | undefined;
  putGroup(group: Group): void;
  removeGroup(id: string): boolean;
  /** Ids of every group the user belongs to, those by nesting included, direct ones first. */
  groupsOf(user: EntraUser): readonly string[];
}

const MAX_USERS = 10_000;
const MAX_NAME = 256;

export function createDirectory(users: readonly UserDraft[], groups: readonly Group[]): Directory {
  const byName = new Map<string, EntraUser>();
  const byId = new Map<string, Group>(groups.map((group) => [group.id, group]));
  const directory: Directory = {
    users: () => [...byName.values()],
    find: (name) => byName.get(name.trim().toLowerCase()),
    put(draft) {
      const user = complete(draft);
      const key = user.userPrincipalName.toLowerCase();
      if (byName.size >= MAX_USERS && !byName.has(key)) throw full();
      byName.set(key, user);
      return user;
    },
    remove: (name) => byName.delete(name.trim().toLowerCase()),
    groups: () => [...byId.values()],
    findGroup: (id) => byId.get(id),
    putGroup: (group) => void byId.set(group.id, group),
    removeGroup: (id) => byId.delete(id),
    groupsOf: (user) => closure(user.memberOf, (id) => byId.get(id)?.memberOf ?? []),
  };
  for (const user of users) directory.put(user);
  return directory;
}

function complete(draft: UserDraft): EntraUser {
  const userPrincipalName = draft.userPrincipalName.trim();
  // Every user has a name with a domain, and a page or a claim has to be able to hold it.
  if (!/^[^\s@]+@[^\s@]+$/.test(userPrincipalName) || userPrincipalName.length > MAX_NAME) {
    throw new HarnessError(
      'USER_NAME_INVALID',
      `"${draft.userPrincipalName.slice(0, 80)}" is not a user name.`,
      'Give a User name such as B.Simon@contoso.com.',
    );
  }
  return {
    id: guidFor(`user ${userPrincipalName.toLowerCase()}`),
    displayName: userPrincipalName.split('@')[0] ?? userPrincipalName,
    userType: userPrincipalName.includes('#EXT#') ? 'Guest' : 'Member',
    accountEnabled: true,
    memberOf: [],
    directoryRoles: [],
    signsInWith: 'password',
    attributes: {},
    ...draft,
    userPrincipalName,
  };
}

/** Everything reachable, breadth first; a circle of groups ends where it began. */
function closure(start: readonly string[], next: (id: string) => readonly string[]): readonly string[] {
  const found = new Set(start);
  for (const id of found) for (const parent of next(id)) found.add(parent);
  return [...found];
}

function full(): HarnessError {
  return new HarnessError('DIRECTORY_FULL', `The tenant holds ${MAX_USERS} users.`, 'Remove some users first.');
}
