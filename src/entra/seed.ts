import { HarnessError } from '../errors.js';
import { present } from '../saml/present.js';
import type { Assignment } from './assignments.js';
import { ASSIGNED_GROUP, PERSONAS, TUTORIAL_USERS, UNASSIGNED } from './personas.js';
import type { EntraSnapshot } from './snapshot.js';
import type { UserDraft } from './user.js';

/**
 * Reads a seed: YAML or JSON in the words of the API, with `application`, `users`, `groups`, `assignments` (user names or group ids) and
 * `personas: true`. Also what `snapshot()` wrote. What is not in it stays as it would be.
 *
 * @throws HarnessError `SEED_INVALID` that names every fault with its path.
 */
export async function readSeed(text: string): Promise<Partial<EntraSnapshot>> {
  const { parse } = await import('yaml');
  const { seedFile } = await import('./schema.js');
  const parsed = seedFile.safeParse(asObject(() => parse(text)));
  if (!parsed.success) {
    throw invalid(parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'seed'}: ${message}`).join('; '));
  }
  const { personas = false, assignments, application, groups, certificates, users: given } = parsed.data;
  const users = usersOf(given, personas);
  return {
    ...present({ groups, certificates, users, application }),
    ...assigned(assignments?.map(asAssignment), users, personas),
  };
}

function asObject(parse: () => unknown): unknown {
  try {
    // An empty file is a seed that says nothing.
    return parse() ?? {};
  } catch (error) {
    throw invalid((error as Error).message);
  }
}

function usersOf(users: readonly UserDraft[] | undefined, personas: boolean): readonly UserDraft[] | undefined {
  return personas ? [...(users ?? TUTORIAL_USERS), ...PERSONAS] : users;
}

/** Without any, every user is assigned, except those who rehearse that they are not. */
function assigned(
  given: readonly Assignment[] | undefined,
  users: readonly UserDraft[] | undefined,
  personas: boolean,
): { readonly assignments?: readonly Assignment[] } {
  if (given || !users) return given ? { assignments: given } : {};
  const all = users
    .map(({ userPrincipalName }) => userPrincipalName)
    .filter((name) => !personas || !UNASSIGNED.includes(name))
    .map(asAssignment);
  return { assignments: personas ? [...all, asAssignment(ASSIGNED_GROUP)] : all };
}

function asAssignment(given: string | (Partial<Assignment> & Pick<Assignment, 'principal'>)): Assignment {
  const { principal, ...rest } = typeof given === 'string' ? { principal: given } : given;
  return { type: principal.includes('@') ? 'User' : 'Group', principal, ...rest };
}

function invalid(message: string): HarnessError {
  return new HarnessError('SEED_INVALID', message, 'Correct the seed; its words are those of the stand-in’s API.');
}
