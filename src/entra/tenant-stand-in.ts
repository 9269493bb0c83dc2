import { type AadstsNumber, type Obstacle, obstacle, type Refusal, refuse } from './aadsts.js';
import { answerQuestion } from './answer.js';
import type { Assignment } from './assignments.js';
import type { ApplicationChange } from './configure.js';
import { checkFaultIds } from './fault-ids.js';
import { inspectRequest } from './inspect-request.js';
import { launch } from './launch.js';
import { createLoginQueue, type QueuedLogin, type StandingFaults } from './login-queue.js';
import { askToLogOut, logOut } from './logout.js';
import { METADATA_PATH, writeStandInMetadata } from './metadata.js';
import { ASSIGNED_GROUP, PERSONAS, UNASSIGNED } from './personas.js';
import { type Realm, snapshotOf } from './realm.js';
import type { PostedAnswer } from './respond.js';
import type { AnswerAddress, IncomingRequest, Question } from './sign-in-question.js';
import type { EntraSnapshot } from './snapshot.js';
import type { Answer, EntraStandIn, Opening } from './stand-in.js';
import { statusResponse } from './status-response.js';
import { issuerOf } from './tenant.js';
import type { EntraUser, Group, UserDraft } from './user.js';

/** The stand-in over its realm. */
export class TenantStandIn implements EntraStandIn {
  readonly queue = createLoginQueue();
  readonly #realm: Realm;
  readonly #remade: (snapshot: Partial<EntraSnapshot>) => Realm;
  readonly #answer: (question: Question) => Promise<Answer>;

  constructor(realm: Realm, remade: (snapshot: Partial<EntraSnapshot>) => Realm) {
    this.#realm = realm;
    this.#remade = remade;
    this.#answer = answerQuestion(this, realm);
  }

  get tenant() {
    return this.#realm.tenant;
  }

  get issuer() {
    return issuerOf(this.tenant.id);
  }

  get directory() {
    return this.#realm.directory;
  }

  get assignments() {
    return this.#realm.assignments;
  }

  get certificates() {
    return this.#realm.certificates;
  }

  get application() {
    return this.#realm.application.get();
  }

  get users() {
    return this.directory.users();
  }

  updateApplication(change: ApplicationChange) {
    return this.#kept(this.#realm.application.change(change));
  }

  addUser(draft: UserDraft) {
    return this.#kept(this.#realm.directory.put(draft));
  }

  addGroup(group: Group) {
    this.#kept(this.#realm.directory.putGroup(group));
  }

  removeUser(upn: string) {
    this.#realm.assignments.unassign(upn);
    return this.#kept(this.#realm.directory.remove(upn));
  }

  addPersonas() {
    for (const persona of PERSONAS) this.#realm.directory.put(persona);
    const assigned = PERSONAS.map(({ userPrincipalName }) => userPrincipalName).filter(
      (upn) => !UNASSIGNED.includes(upn),
    );
    for (const principal of [...assigned, ASSIGNED_GROUP]) this.assign(principal);
  }

  assign(principal: string, role?: string): Assignment {
    return this.#kept(this.#realm.assignments.assign(principal, role));
  }

  unassign(principal: string) {
    return this.#kept(this.#realm.assignments.unassign(principal));
  }

  enqueue(login: QueuedLogin) {
    checkFaultIds(login.faults ?? []);
    this.queue.enqueue(login);
  }

  setFaults(standing: StandingFaults) {
    checkFaultIds(standing.faults);
    this.queue.setFaults(standing);
  }

  metadata(which: { readonly appId?: string | undefined } = {}) {
    return writeStandInMetadata(this, { ...this.#realm, ...which, origin: this.#realm.origin() });
  }

  metadataUrl() {
    return `${this.#realm.origin()}/${this.tenant.id}/${METADATA_PATH}?appid=${this.application.applicationId}`;
  }

  loginUrl() {
    return `${this.#realm.origin()}/${this.tenant.id}/saml2`;
  }

  inspectRequest(incoming: IncomingRequest) {
    return inspectRequest(this.application, this.tenant.name, incoming);
  }

  refuse(aadsts: AadstsNumber, values?: Readonly<Record<string, string>>) {
    return refuse(obstacle(aadsts, values), this.#realm);
  }

  turnDown(found: Obstacle, address: AnswerAddress = {}): PostedAnswer | Refusal {
    const { assertionConsumerServiceUrl: url } = address;
    const isSent = this.application.answersErrorsWithResponses && url !== undefined;
    return isSent ? statusResponse(found, this.tenant.id, address, url, this.#realm) : refuse(found, this.#realm);
  }

  launch() {
    return launch(this.application, this.loginUrl(), this.#realm);
  }

  logOut(message: Parameters<EntraStandIn['logOut']>[0], sessionIndexes: readonly string[]): Refusal | Opening {
    const { url, obstacle: found } = logOut(message, { ...this.#realm, application: this.application, sessionIndexes });
    return found ? refuse(found, this.#realm) : { kind: 'open', url };
  }

  signOut(user: EntraUser, sessionIndexes: readonly string[]): Opening | undefined {
    const url = askToLogOut({ ...this.#realm, application: this.application, sessionIndexes, user });
    return url === undefined ? undefined : { kind: 'open', url };
  }

  answer(question: Question) {
    return this.#answer(question);
  }

  snapshot() {
    return snapshotOf(this.#realm);
  }

  restore(snapshot: Partial<EntraSnapshot>) {
    Object.assign(this.#realm, this.#remade(snapshot));
  }

  #kept<T>(result: T): T {
    this.#realm.changed();
    return result;
  }
}
