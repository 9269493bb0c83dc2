import { createHash } from 'node:crypto';
import type { Clock, Random } from '../clock.js';
import { type Obstacle, obstacle, type Refusal, refuse } from './aadsts.js';
import { accessOf, contextObstacle } from './access.js';
import { type AuthenticationMethod, authenticationBy } from './authentication.js';
import type { Fault, FaultContext, FormField } from './fault.js';
import { findFaults } from './faults/index.js';
import type { KeyPair, Keys } from './key-vault.js';
import { tenantKey } from './metadata.js';
import { nameIdFor } from './name-id.js';
import { type PostedAnswer, respond } from './respond.js';
import { seededRandom } from './seeded-random.js';
import type { AcceptedRequest, Question } from './sign-in-question.js';
import type { Answer, EntraStandIn } from './stand-in.js';
import type { EntraUser } from './user.js';

interface Sources {
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
}

/** Answers logins of one stand-in; remembers the last form, for faults that replay it. */
export function answerQuestion(standIn: EntraStandIn, sources: Sources): (question: Question) => Promise<Answer> {
  let earlierForm: readonly FormField[] | undefined;
  return async (question) => {
    const started = start(standIn, question);
    if ('obstacle' in started) return refuse(started.obstacle, sources);
    if ('url' in started) return { kind: 'open', url: started.url };
    const answer = await complete(standIn, sources, { question, ...started, earlierForm });
    if (answer.kind === 'post') earlierForm = answer.fields;
    return answer;
  };
}

type Started = { readonly obstacle: Obstacle } | { readonly url: string } | Begun;

interface Begun {
  readonly request: AcceptedRequest;
  readonly audience: string;
}

function start(standIn: EntraStandIn, question: Question): Started {
  const { application } = standIn;
  if (question.kind === 'sp-initiated') {
    const inspected = standIn.inspectRequest(question);
    return inspected.obstacle
      ? { obstacle: inspected.obstacle }
      : { request: inspected.accepted, audience: inspected.audience };
  }
  if (application.signOnUrl !== undefined && !question.ignoreSignOnUrl) return { url: application.signOnUrl };
  // Launches of Entra itself are unsigned requests.
  if (application.requireVerificationCertificates) return { obstacle: obstacle(76021) };
  const [assertionConsumerServiceUrl] = application.replyUrls;
  const [audience] = application.identifiers;
  if (assertionConsumerServiceUrl === undefined || audience === undefined) return { obstacle: obstacle(900971) };
  const { relayState } = application;
  const request = { assertionConsumerServiceUrl, forceAuthn: false, isPassive: false, contextClassRefs: [] };
  return { request: relayState === undefined ? request : { ...request, relayState }, audience };
}

interface Login extends Begun {
  readonly question: Question;
  readonly earlierForm: readonly FormField[] | undefined;
}

async function complete(standIn: EntraStandIn, sources: Sources, login: Login): Promise<PostedAnswer | Refusal> {
  const { tenant, directory, application, assignments, certificates } = standIn;
  const { question, request, audience } = login;
  const queued = standIn.queue.take();
  const { user, obstacle: denied } = accessOf(queued.user ?? question.user, standIn);
  if (!user) return refuse(denied, sources);
  const authentication = authenticationBy(methodOf(user, request, question.method ?? queued.method));
  const mismatch = contextObstacle(request.contextClassRefs, authentication, application.name);
  if (mismatch) return refuse(mismatch, sources);
  const nameId = nameIdFor({
    tenant,
    application,
    user,
    random: sources.random,
    ...(request.nameIdPolicy && { requested: request.nameIdPolicy }),
  });
  if (!nameId) return refuse(missingNameId(application.nameId.source), sources);
  const key = (await certificates.current())?.keys;
  if (!key) return refuse(obstacle(50003), sources);
  const facts = {
    tenant,
    application,
    user,
    authentication,
    groups: directory.groupsOf(user),
    assignedGroups: assignments.groupsOf(user),
    findGroup: directory.findGroup,
    roles: assignments.rolesOf(user),
    request,
    audience,
    nameId,
    overrides: { ...queued.claims, ...question.claims },
    key,
  };
  const faults = findFaults([...(question.faults ?? []), ...(queued.faults ?? [])]);
  return respond(facts, faults, contextOf(standIn, sources, login, key, faults), sources);
}

/** ForceAuthn makes everybody sign in again, with a password. */
function methodOf(user: EntraUser, { forceAuthn }: AcceptedRequest, wanted: AuthenticationMethod | undefined) {
  return wanted ?? (forceAuthn ? 'password' : user.signsInWith);
}

function contextOf(
  { tenant, application }: EntraStandIn,
  sources: Sources,
  { earlierForm, request }: Login,
  key: KeyPair,
  faults: readonly Fault[],
): FaultContext {
  const seed = createHash('sha256')
    .update(JSON.stringify([request.id, faults.map(({ id }) => id)]))
    .digest('hex');
  return {
    now: sources.clock.now(),
    random: seededRandom(seed),
    tenant,
    application,
    key,
    foreignKey: () => tenantKey(sources),
    earlierForm,
  };
}

function missingNameId(parameter: string): Obstacle {
  return obstacle(501241, { parameter, transformation: 'NameID' });
}
