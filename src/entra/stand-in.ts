import type { Clock, Random } from '../clock.js';
import type { AadstsNumber, Obstacle, Refusal } from './aadsts.js';
import type { Application } from './application.js';
import type { Assignment, Assignments } from './assignments.js';
import type { ApplicationChange } from './configure.js';
import type { Directory } from './directory.js';
import type { Inspection } from './inspect-request.js';
import type { KeyVault } from './key-vault.js';
import type { LoginQueue, QueuedLogin, StandingFaults } from './login-queue.js';
import { createRealm } from './realm.js';
import type { PostedAnswer } from './respond.js';
import type { AnswerAddress, IncomingRequest, Question } from './sign-in-question.js';
import type { SigningCertificates } from './signing-certificates.js';
import type { EntraSnapshot } from './snapshot.js';
import type { Tenant } from './tenant.js';
import { TenantStandIn } from './tenant-stand-in.js';
import type { EntraUser, Group, UserDraft } from './user.js';

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
  /** What `snapshot()` gave before, or a part of it written by hand; goes before all of the above. */
  readonly snapshot?: Partial<EntraSnapshot>;
  /** Called after everything that a snapshot would show. */
  readonly changed?: () => void;
}

/** A stand-in for one Entra tenant with one enterprise application. */
export interface EntraStandIn {
  /** Its name, id and domain. */
  readonly tenant: Tenant;
  /** Microsoft Entra Identifier: entityID and Issuer. */
  readonly issuer: string;
  /** Users and groups, to be looked up. */
  readonly directory: Pick<Directory, 'users' | 'find' | 'groups' | 'findGroup' | 'groupsOf'>;
  /** Who is assigned to the application. */
  readonly assignments: Pick<Assignments, 'list' | 'isAssigned' | 'rolesOf' | 'groupsOf'>;
  /** Signing certificates: listed, made, activated, deleted. */
  readonly certificates: SigningCertificates;
  /** What is ordered for the next logins. */
  readonly queue: LoginQueue;
  /** The application as it is now. */
  readonly application: Application;
  /** @throws HarnessError `APPLICATION_INVALID`. */
  updateApplication(change: ApplicationChange): Application;
  /** Every user of the tenant. */
  readonly users: readonly EntraUser[];
  /** @throws HarnessError `USER_NAME_INVALID`. */
  addUser(draft: UserDraft): EntraUser;
  /** By user principal name, with the assignment; false when there was none. */
  removeUser(upn: string): boolean;
  /** Adds users with the troubles of real tenants, and assigns those who are. */
  addPersonas(): void;
  /** @throws HarnessError `PRINCIPAL_UNKNOWN`, `ROLE_UNKNOWN`. */
  assign(principal: string, role?: string): Assignment;
  /** By user principal name or group id; false when it was not assigned. */
  unassign(principal: string): boolean;
  /** Adds a group, or replaces the one of that id. */
  addGroup(group: Group): void;
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
  /** What Entra makes of a sign-in: a form to post, its error page, or an address to open. */
  answer(question: Question): Promise<Answer>;
  /** Everything that makes the tenant what it is, as plain data; keys are not in it. */
  snapshot(): EntraSnapshot;
  /** Puts the tenant in the state of a snapshot; what is ordered for the next logins stays ordered. */
  restore(snapshot: Partial<EntraSnapshot>): void;
}

/** @throws HarnessError `PRINCIPAL_UNKNOWN`, `USER_NAME_INVALID` for options that do not fit together. */
export function createEntraStandIn(options: EntraStandInOptions): EntraStandIn {
  return new TenantStandIn(createRealm(options), (snapshot) => createRealm({ ...options, snapshot }));
}
