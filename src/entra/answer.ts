import type { Clock, Random } from '../clock.js';
import { type Obstacle, obstacle } from './aadsts.js';
import { accessOf, contextObstacle } from './access.js';
import { authenticationBy } from './authentication.js';
import { addressOf, type BegunLogin, beginLogin } from './begin-login.js';
import type { Fault, FaultContext, FormField } from './fault.js';
import { loadFaults } from './fault-ids.js';
import type { KeyPair, Keys } from './key-vault.js';
import type { QueuedLogin } from './login-queue.js';
import { tenantKey } from './metadata.js';
import { nameIdFor } from './name-id.js';
import { type AnswerFacts, respond } from './respond.js';
import { seededRandom } from './seeded-random.js';
import type { Question } from './sign-in-question.js';
import type { Answer, EntraStandIn } from './stand-in.js';

interface Sources {
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
}

interface Login extends BegunLogin {
  readonly question: Question;
  /** What was ordered for whichever login comes next. */
  readonly queued: QueuedLogin;
}

/** Answers logins of one stand-in; remembers the last form, for faults that replay it. */
export function answerQuestion(standIn: EntraStandIn, sources: Sources): (question: Question) => Promise<Answer> {
  let earlierForm: readonly FormField[] | undefined;
  return async (question) => {
    const beginning = beginLogin(standIn, question);
    if (beginning.obstacle) return standIn.turnDown(beginning.obstacle, beginning.address);
    if (beginning.url !== undefined) return { kind: 'open', url: beginning.url };
    const login = { ...beginning.begun, question, queued: standIn.queue.take() };
    const seed = question.seed ?? login.queued.seed;
    const { clock, keys } = sources;
    const own = seed === undefined ? sources : { clock, keys, random: seededRandom(seed) };
    const { facts, obstacle: found } = await decide(standIn, own, login);
    if (found) return standIn.turnDown(found, addressOf(login.request));
    const faults = await loadFaults([...(question.faults ?? []), ...(login.queued.faults ?? [])]);
    const answer = await respond(facts, faults, contextOf(facts, { ...sources, seed }, faults, earlierForm), own);
    earlierForm = answer.fields;
    return answer;
  };
}

type Decision =
  | { readonly facts: AnswerFacts; readonly obstacle?: never }
  | { readonly obstacle: Obstacle; readonly facts?: never };

/** Whether this user may sign in to this application in this way, and what the response says then. */
async function decide(standIn: EntraStandIn, { random }: Sources, login: Login): Promise<Decision> {
  const { tenant, directory, application, assignments, certificates } = standIn;
  const { question, queued, request, audience } = login;
  const { user, obstacle: denied } = accessOf(queued.user ?? question.user, standIn);
  if (!user) return { obstacle: denied };
  // ForceAuthn makes everybody sign in anew, whatever session there is.
  const session = request.forceAuthn ? undefined : question.session;
  const method =
    question.method ?? queued.method ?? session?.method ?? (request.forceAuthn ? 'password' : user.signsInWith);
  const authentication = authenticationBy(method);
  const mismatch = contextObstacle(request.contextClassRefs, authentication, application.name);
  if (mismatch) return { obstacle: mismatch };
  const requested = request.nameIdPolicy && { requested: request.nameIdPolicy };
  const nameId = nameIdFor({ tenant, application, user, random, ...requested });
  if (!nameId) return { obstacle: missingNameId(application.nameId.source) };
  const key = (await certificates.current())?.keys;
  if (!key) return { obstacle: obstacle(50003) };
  const facts = {
    ...{ tenant, application, user, authentication, request, audience, nameId, key },
    groups: directory.groupsOf(user),
    assignedGroups: assignments.groupsOf(user),
    findGroup: directory.findGroup,
    roles: assignments.rolesOf(user),
    overrides: { ...queued.claims, ...question.claims },
    ...(session && { authenticatedAt: session.authenticatedAt }),
  };
  return { facts };
}

function contextOf(
  { tenant, application, request, key }: AnswerFacts & { readonly key: KeyPair },
  sources: Sources & { readonly seed: string | undefined },
  faults: readonly Fault[],
  earlierForm: readonly FormField[] | undefined,
): FaultContext {
  const seed = JSON.stringify([sources.seed ?? request.id, faults.map(({ id }) => id)]);
  return {
    now: sources.clock.now(),
    random: seededRandom(seed),
    tenant,
    application,
    key,
    foreignKey: () => tenantKey(sources),
    rogueKey: () => sources.keys.get('rogue', { notBefore: sources.clock.now() }),
    earlierForm,
  };
}

function missingNameId(parameter: string): Obstacle {
  return obstacle(501241, { parameter, transformation: 'NameID' });
}
