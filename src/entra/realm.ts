import type { Clock, Random } from '../clock.js';
import { type Application, NEW_APPLICATION } from './application.js';
import { type Assignments, createAssignments } from './assignments.js';
import { type ApplicationChange, configure } from './configure.js';
import { createDirectory, type Directory } from './directory.js';
import { createKeys, type Keys } from './key-vault.js';
import { PERSONA_GROUPS, TUTORIAL_USERS } from './personas.js';
import { createSigningCertificates, type SigningCertificates } from './signing-certificates.js';
import type { EntraSnapshot } from './snapshot.js';
import type { EntraStandInOptions } from './stand-in.js';
import { CONTOSO, type Tenant } from './tenant.js';

/** What a stand-in is made of: one tenant, one application. */
export interface Realm {
  readonly clock: Clock;
  readonly random: Random;
  readonly origin: () => string;
  readonly tenant: Tenant;
  readonly keys: Keys;
  readonly directory: Directory;
  readonly assignments: Assignments;
  readonly certificates: SigningCertificates;
  readonly application: {
    get(): Application;
    change(wanted: ApplicationChange): Application;
    changes(): ApplicationChange;
  };
  /** Called after everything that a snapshot would show. */
  readonly changed: () => void;
}

/** @throws HarnessError `PRINCIPAL_UNKNOWN`, `USER_NAME_INVALID` for a snapshot that does not fit together. */
export function createRealm(options: EntraStandInOptions): Realm {
  const { clock, random, origin, snapshot = {}, changed = () => undefined } = options;
  const { users = options.users ?? TUTORIAL_USERS, groups = [] } = snapshot;
  const keys = createKeys(options.keys, random);
  const directory = createDirectory(users, [...PERSONA_GROUPS, ...groups]);
  const application = holdApplication(options.application, snapshot.application ?? {});
  const assignments = createAssignments(directory, application.get, snapshot.assignments ?? []);
  if (snapshot.assignments === undefined) {
    const assigned = options.assignments ?? users.map(({ userPrincipalName }) => userPrincipalName);
    for (const principal of assigned) assignments.assign(principal);
  }
  return {
    ...{ clock, random, origin, keys, directory, assignments, application, changed },
    tenant: options.tenantId === undefined ? CONTOSO : { ...CONTOSO, id: options.tenantId },
    certificates: createSigningCertificates(keys, clock, snapshot.certificates, changed),
  };
}

export function snapshotOf({ application, directory, assignments, certificates }: Realm): EntraSnapshot {
  const own = new Set(PERSONA_GROUPS.map(({ id }) => id));
  return {
    application: application.changes(),
    users: directory.users(),
    groups: directory.groups().filter(({ id }) => !own.has(id)),
    assignments: assignments.list(),
    certificates: certificates.state(),
  };
}

/** Made on first use: until then the service provider's addresses may not be known. */
function holdApplication(first: EntraStandInOptions['application'], kept: ApplicationChange): Realm['application'] {
  let made: Application | undefined;
  let current: Application | undefined;
  const make = () => {
    made ??= configure(NEW_APPLICATION, { ...LOCAL, ...(typeof first === 'function' ? first() : first) });
    return made;
  };
  const get = () => {
    current ??= configure(make(), kept);
    return current;
  };
  const change = (wanted: ApplicationChange) => {
    current = configure(get(), wanted);
    return current;
  };
  return { get, change, changes: () => difference(make(), get()) };
}

/** Only this is kept: a start on another port must not bring the old addresses back. */
function difference(made: Application, now: Application): ApplicationChange {
  const names = new Set([...Object.keys(made), ...Object.keys(now)]) as Set<keyof Application>;
  const changed = [...names].filter((name) => JSON.stringify(made[name]) !== JSON.stringify(now[name]));
  return Object.fromEntries(changed.map((name) => [name, now[name] ?? null]));
}

/** The service provider as it stands on this machine unless told otherwise. */
const LOCAL: Partial<Application> = {
  identifiers: ['http://localhost:7010/sso/C46A75'],
  replyUrls: ['http://localhost:7010/login/saml'],
};
