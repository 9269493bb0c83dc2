import type { EntraUser } from './user.js';

/** Who has access to the application: a user or a group. Only direct members of a group have access through it. */
export interface Assignment {
  /** User principal name. */
  readonly user?: string;
  /** Object id of a group. */
  readonly group?: string;
  /** Values of application roles. */
  readonly roles: readonly string[];
}

export interface Assignments {
  list(): readonly Assignment[];
  /** Assigns or replaces the assignment; names are compared without regard to case. */
  put(assignment: Partial<Assignment>): void;
  remove(who: { readonly user?: string; readonly group?: string }): boolean;
  /** Every assignment that gives this user access. */
  of(user: EntraUser): readonly Assignment[];
}

export function createAssignments(first: readonly Partial<Assignment>[] = []): Assignments {
  const byKey = new Map<string, Assignment>();
  const put = (assignment: Partial<Assignment>) => void byKey.set(keyOf(assignment), { roles: [], ...assignment });
  first.forEach(put);
  return {
    list: () => [...byKey.values()],
    put,
    remove: (who) => byKey.delete(keyOf(who)),
    of: ({ userPrincipalName, memberOf }) =>
      [byKey.get(keyOf({ user: userPrincipalName })), ...memberOf.map((group) => byKey.get(keyOf({ group })))].filter(
        (assignment) => assignment !== undefined,
      ),
  };
}

function keyOf({ user, group }: { readonly user?: string; readonly group?: string }): string {
  return user === undefined ? `group ${group?.toLowerCase()}` : `user ${user.trim().toLowerCase()}`;
}
