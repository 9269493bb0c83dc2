import type { Clock, Random } from '../clock.js';
import { type AadstsNumber, type Obstacle, obstacle, type Refusal, refuse } from './aadsts.js';
import { answerQuestion } from './answer.js';
import { type Application, NEW_APPLICATION } from './application.js';
import { type Assignments, createAssignments } from './assignments.js';
import { type ApplicationChange, configure } from './configure.js';
import { createDirectory, type Directory } from './directory.js';
import { checkFaultIds } from './fault-ids.js';
import { type Inspection, inspectRequest } from './inspect-request.js';
import { createKeys, type KeyVault } from './key-vault.js';
import { launch } from './launch.js';
import { createLoginQueue, type LoginQueue, type QueuedLogin, type StandingFaults } from './login-queue.js';
import { askToLogOut, logOut } from './logout.js';
import { writeStandInMetadata } from './metadata.js';
import { ASSIGNED_GROUP, PERSONA_GROUPS, PERSONAS, TUTORIAL_USERS, UNASSIGNED } from './personas.js';
import type { PostedAnswer } from './respond.js';
import type { AnswerAddress, IncomingRequest, Question } from './sign-in-question.js';
import { createSigningCertificates, type SigningCertificates } from './signing-certificates.js';
import { statusResponse } from './status-response.js';
import { CONTOSO, issuerOf, type Tenant } from './tenant.js';
import type { EntraUser, UserDraft } from './user.js';

/** What a login comes to: a form to post, an error page, or another address to open first. */
export type Answer = PostedAnswer | Refusal | Opening;

export interface Opening {
  readonly kind: 'open';
  readonly url: string;
}

export interface EntraStandInOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: KeyVault;
  /** Where browsers reach the stand-in; may become known only after it was made. */
  readonly origin: () => string;
  readonly tenantId?: string;
  /** What differs from a new application; a function is asked once, when the application is first needed. */
  readonly application?: Partial<Application> | (() => Partial<Application>);
  /** Default: the people of the tutorial. */
  readonly users?: readonly UserDraft[];
  /** User principal names or group ids; default: every user of the start. */
  readonly assignments?: readonly string[];
}

/** A stand-in for one Entra tenant with one enterprise application. */
export interface EntraStandIn {
  readonly tenant: Tenant;
  /** Microsoft Entra Identifier: entityID and Issuer. */
  readonly issuer: string;
  readonly directory: Directory;
  readonly assignments: Assignments;
  readonly certificates: SigningCertificates;
  readonly queue: LoginQueue;
  readonly application: Application;
  /** @throws HarnessError `APPLICATION_INVALID`. */
  updateApplication(change: ApplicationChange): Application;
  readonly users: readonly EntraUser[];
  /** @throws HarnessError `USER_NAME_INVALID`. */
  addUser(draft: UserDraft): EntraUser;
  removeUser(upn: string): boolean;
  /** Adds users with the troubles of real tenants, and assigns those who are. */
  addPersonas(): void;
  /** @throws HarnessError `PRINCIPAL_UNKNOWN`, `ROLE_UNKNOWN`. */
  assign(upn: string, role?: string): void;
  unassign(upn: string): boolean;
  /** What the next login is like; @throws HarnessError `FAULT_UNKNOWN`. */
  enqueue(login: QueuedLogin): void;
  /** Faults for the next `times` logins; @throws HarnessError `FAULT_UNKNOWN`. */
  setFaults(standing: StandingFaults): void;
  /** Without `appId` the application's; `undefined` as value: the tenant's, whose keys sign nothing of the application. */
  metadata(which?: { readonly appId?: string | undefined }): Promise<string>;
  /** App Federation Metadata Url. */
  metadataUrl(): string;
  /** Login URL, and Logout URL. */
  loginUrl(): string;
  /** What of a request is known before anybody signs in. */
  inspectRequest(incoming: IncomingRequest): Inspection;
  /** The error page for something outside a login, such as a URL that is called wrongly. */
  refuse(aadsts: AadstsNumber, values?: Readonly<Record<string, string>>): Refusal;
  /** What an obstacle becomes: the error page, or a status Response where the application asks for one and it can be sent. */
  turnDown(obstacle: Obstacle, address?: AnswerAddress): PostedAnswer | Refusal;
  /** My Apps and Test: the service provider's Sign-on URL, or Entra's own request of the fixed ID. */
  launch(): Refusal | Opening;
  /** Answers a LogoutRequest: the Logout URL with a LogoutResponse, or the error page. */
  logOut(
    message: { readonly xml: string; readonly relayState?: string },
    sessionIndexes: readonly string[],
  ): Refusal | Opening;
  /** Somebody signs out at Entra: the Logout URL with Entra's own LogoutRequest; `undefined` without a Logout URL. */
  signOut(user: EntraUser, sessionIndexes: readonly string[]): Opening | undefined;
  answer(question: Question): Promise<Answer>;
}

/** @throws HarnessError `APPLICATION_INVALID` when the options describe an application the portal would not take. */
export function createEntraStandIn(options: EntraStandInOptions): EntraStandIn {
  const { clock, random, origin, users = TUTORIAL_USERS } = options;
  const keys = createKeys(options.keys, random);
  const application = holdApplication(options.application);
  const tenant = options.tenantId === undefined ? CONTOSO : { ...CONTOSO, id: options.tenantId };
  const directory = createDirectory(users, PERSONA_GROUPS);
  const assignments = createAssignments(directory, application.get, []);
  for (const principal of options.assignments ?? users.map((user) => user.userPrincipalName))
    assignments.assign(principal);
  const certificates = createSigningCertificates(keys, clock, undefined, () => undefined);
  const queue = createLoginQueue();
  const loginUrl = () => `${origin()}/${tenant.id}/saml2`;
  const logoutFacts = (sessionIndexes: readonly string[]) => {
    return { tenant, application: application.get(), sessionIndexes, clock, random };
  };
  const standIn: EntraStandIn = {
    tenant,
    issuer: issuerOf(tenant.id),
    directory,
    assignments,
    certificates,
    queue,
    get application() {
      return application.get();
    },
    updateApplication: application.change,
    get users() {
      return directory.users();
    },
    addUser: directory.put,
    removeUser(upn) {
      assignments.unassign(upn);
      return directory.remove(upn);
    },
    addPersonas() {
      for (const persona of PERSONAS) directory.put(persona);
      const assigned = PERSONAS.filter((persona) => !UNASSIGNED.includes(persona.userPrincipalName));
      for (const persona of assigned) assignments.assign(persona.userPrincipalName);
      assignments.assign(ASSIGNED_GROUP);
    },
    assign: (upn, role) => void assignments.assign(upn, role),
    unassign: assignments.unassign,
    enqueue(login) {
      checkFaultIds(login.faults ?? []);
      queue.enqueue(login);
    },
    setFaults(standing) {
      checkFaultIds(standing.faults);
      queue.setFaults(standing);
    },
    metadata: (which = {}) => writeStandInMetadata(standIn, { ...which, origin: origin(), keys, clock, random }),
    metadataUrl: () => `${origin()}/${tenant.id}/${METADATA_PATH}?appid=${application.get().applicationId}`,
    loginUrl,
    inspectRequest: (incoming) => inspectRequest(application.get(), tenant.name, incoming),
    refuse: (aadsts, values) => refuse(obstacle(aadsts, values), { clock, random }),
    turnDown(found, address = {}) {
      const { assertionConsumerServiceUrl } = address;
      const isSent = application.get().answersErrorsWithResponses && assertionConsumerServiceUrl !== undefined;
      return isSent
        ? statusResponse(found, tenant.id, address, assertionConsumerServiceUrl, { clock, random })
        : refuse(found, { clock, random });
    },
    launch: () => launch(application.get(), loginUrl(), { clock, random }),
    logOut(message, sessionIndexes) {
      const { url, obstacle: found } = logOut(message, logoutFacts(sessionIndexes));
      return found ? refuse(found, { clock, random }) : { kind: 'open', url };
    },
    signOut(user, sessionIndexes) {
      const url = askToLogOut({ ...logoutFacts(sessionIndexes), user });
      return url === undefined ? undefined : { kind: 'open', url };
    },
    answer,
  };
  const answering = answerQuestion(standIn, { clock, random, keys });
  function answer(question: Question): Promise<Answer> {
    return answering(question);
  }
  return standIn;
}

export const METADATA_PATH = 'federationmetadata/2007-06/federationmetadata.xml';

/** Made on first use: until then the service provider's addresses may not be known. */
function holdApplication(first: EntraStandInOptions['application']) {
  let current: Application | undefined;
  const get = (): Application => {
    current ??= configure(NEW_APPLICATION, { ...LOCAL, ...(typeof first === 'function' ? first() : first) });
    return current;
  };
  const change = (wanted: ApplicationChange): Application => {
    current = configure(get(), wanted);
    return current;
  };
  return { get, change };
}

/** The service provider as it stands on this machine unless told otherwise. */
const LOCAL: Partial<Application> = {
  identifiers: ['http://localhost:7010/sso/C46A75'],
  replyUrls: ['http://localhost:7010/login/saml'],
};
