import { HarnessError } from '../errors.js';
import type { Application } from './application.js';
import type { Directory } from './directory.js';
import type { EntraUser } from './user.js';

/** One line of Users and groups. */
export interface Assignment {
  readonly type: 'User' | 'Group';
  /** User principal name, or group id. */
  readonly principal: string;
  /** Value of an application role; absent: Default Access. */
  readonly role?: string;
}

/** Users and groups of the application. Groups count only for their direct members. */
export interface Assignments {
  list(): readonly Assignment[];
  /** @throws HarnessError `PRINCIPAL_UNKNOWN`, `ROLE_UNKNOWN` */
  assign(principal: string, role?: string): Assignment;
  unassign(principal: string): boolean;
  isAssigned(user: EntraUser): boolean;
  rolesOf(user: EntraUser): readonly string[];
  /** Assigned groups the user is a direct member of. */
  groupsOf(user: EntraUser): readonly string[];
}

export function createAssignments(
  directory: Directory,
  application: () => Application,
  initial: readonly Assignment[],
): Assignments {
  const byPrincipal = new Map(initial.map((assignment) => [keyOf(assignment.principal), assignment]));
  const of = (user: EntraUser) =>
    [user.userPrincipalName, ...user.memberOf].flatMap((principal) => byPrincipal.get(keyOf(principal)) ?? []);
  return {
    list: () => [...byPrincipal.values()],
    assign(principal, role) {
      const user = directory.find(principal);
      const group = directory.findGroup(principal);
      if (!user && !group) throw unknownPrincipal(principal);
      if (role !== undefined && !application().appRoles.some(({ value }) => value === role)) throw unknownRole(role);
      const assignment: Assignment = {
        type: user ? 'User' : 'Group',
        principal: user?.userPrincipalName ?? principal,
        ...(role === undefined ? {} : { role }),
      };
      byPrincipal.set(keyOf(principal), assignment);
      return assignment;
    },
    unassign: (principal) => byPrincipal.delete(keyOf(principal)),
    isAssigned: (user) => of(user).length > 0,
    rolesOf: (user) => [...new Set(of(user).flatMap(({ role }) => role ?? []))],
    groupsOf: (user) => user.memberOf.filter((id) => byPrincipal.has(keyOf(id))),
  };
}

function keyOf(principal: string): string {
  return principal.trim().toLowerCase();
}

function unknownPrincipal(principal: string): HarnessError {
  return new HarnessError(
    'PRINCIPAL_UNKNOWN',
    `No user or group is called ${principal.slice(0, 100)}.`,
    'Create the user first (Users > New user), or give the id of a group.',
  );
}

function unknownRole(role: string): HarnessError {
  return new HarnessError(
    'ROLE_UNKNOWN',
    `The application has no role "${role.slice(0, 100)}".`,
    'Add it to the application roles first, or leave it out for Default Access.',
  );
}
