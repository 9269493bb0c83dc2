import { type Clock, stopwatch } from '../clock.js';
import { HarnessError } from '../errors.js';
import type { Evidence, ReceivedMessage } from '../saml/evidence.js';
import { present } from '../saml/present.js';
import type { XmlLimits } from '../saml/xml.js';
import type { Directory } from '../sp/directory.js';
import { assertionKey, expectLogin, type Remembered, recallReplay, recallRequest } from './expect-login.js';
import { forgetOld, type Keep } from './forget-old.js';
import { type AccountHolder, hear } from './hear-message.js';
import { type Judgement, judge } from './judge.js';
import { factsOf, type Log } from './log.js';
import type { AnsweredLogin, LoginFlow } from './login.js';
import type { LoginEvents } from './login-events.js';
import { type Arrival, crashedLogin, judgedLogin, type Post } from './made-login.js';
import type { Memory } from './memory.js';
import type { SignOnSettings } from './sign-on-settings.js';
import type { Taking } from './taking.js';

export interface ReceiverDeps {
  readonly clock: Clock;
  readonly newLoginId: () => string;
  readonly memory: Memory;
  readonly events: LoginEvents;
  readonly directory: Directory;
  /** Of the account of that code; of the main one without a code. */
  readonly settings: (accountCode?: string) => Promise<SignOnSettings>;
  /** All accounts rehearsed at once, the main one first; absent: only the main one. */
  readonly accounts?: readonly AccountHolder[];
  readonly log: Log;
  /** Counts an answered login. */
  readonly answered?: (facts: {
    readonly accepted: boolean;
    readonly flow: LoginFlow;
    readonly rootCause: string | null;
    readonly seconds: number;
  }) => void;
  /** Writes the record of an answered login to a file, where that was asked for. */
  readonly writeRecord?: (login: AnsweredLogin) => Promise<void>;
  /** How large a message may be, and what it may hold; default: `DEFAULT_XML_LIMITS`. */
  readonly messageLimits?: XmlLimits;
  /** How much is kept; everything when absent. */
  readonly keep?: Keep;
}

export type { Arrival };

/** An assertion is remembered at least this long, so that a replay is named as one even when it has expired meanwhile. */
const REMEMBER_MS = 24 * 3_600_000;

/**
 * Receive → read → diagnose → record. Resolves once the login is safe in the store; whatever breaks before that is recorded as
 * a crashed finding. State changes last and atomically: of two posts of one response, one is accepted.
 *
 * @throws HarnessError `STORE_UNUSABLE` when the login cannot be kept.
 */
export async function receiveResponse(
  deps: ReceiverDeps,
  message: ReceivedMessage,
  arrival: Arrival,
): Promise<AnsweredLogin> {
  const at = deps.clock.now();
  const seconds = stopwatch();
  const login = await judgeAndRecord(deps, message, arrival, at);
  const { id, accepted, flow, diagnosis } = login;
  const facts = {
    ...present({ request: arrival.requestId }),
    login: id,
    accepted,
    flow,
    rootCause: diagnosis.rootCause,
  };
  deps.answered?.({ accepted, flow, rootCause: diagnosis.rootCause, seconds: seconds() });
  deps.log.info(facts, 'A login was answered.');
  await deps.writeRecord?.(login).catch((error: unknown) => {
    deps.log.error({ login: id, ...factsOf(error) }, 'The record of a login could not be written to its file.');
  });
  deps.events.emit(login);
  await forgetOld(deps, at, login).catch(() => undefined); // Tried again after the next login.
  return login;
}

async function judgeAndRecord(
  deps: ReceiverDeps,
  message: ReceivedMessage,
  arrival: Arrival,
  at: Date,
): Promise<AnsweredLogin> {
  let post: Post = { message, arrival, at };
  try {
    const settings = await deps.settings();
    post = { ...post, settings };
    return await recordJudged(deps, settings, post);
  } catch (error) {
    const login = crashedLogin(deps.newLoginId(), post, error);
    const facts = { ...present({ request: arrival.requestId }), login: login.id, ...factsOf(error) };
    deps.log.error(facts, 'A message could not be judged.');
    await deps.memory.record(login, { at });
    // What arrived is kept. But where the store could not say what it remembers, the sender has to try again.
    if (error instanceof HarnessError && error.code === 'STORE_UNUSABLE') throw error;
    return login;
  }
}

async function recordJudged(deps: ReceiverDeps, main: SignOnSettings, post: Post): Promise<AnsweredLogin> {
  const { message, at } = post;
  const { settings, evidence, remembered } = await hear(deps, main, message, at);
  const judged = (now: Remembered) => judgeOnce(deps, settings, evidence, now, post);
  const record = (judgement: Judgement, now: Remembered) => {
    const login = judgedLogin(deps.newLoginId(), { ...post, settings }, evidence, now, judgement, deps.directory);
    return deps.memory.record(login, takingOf(login, evidence, now, at));
  };
  const first = judged(remembered);
  // Whether an accepted one is a replay comes out when it is recorded; of a refused one everything has to be said.
  const recorded = first.diagnosis.accepted ? await record(first, remembered) : undefined;
  if (recorded) return recorded;
  const request = first.diagnosis.accepted ? await recallRequest(deps.memory, evidence, at) : remembered;
  const now = { ...request, ...(await recallReplay(deps.memory, evidence)) };
  const last = await record(now.replay || first.diagnosis.accepted ? judged(now) : first, now);
  // It was seen by now that somebody was faster with the same response, so this verdict takes nothing.
  if (!last) throw new Error('a response was taken twice before it could be judged again');
  return last;
}

function judgeOnce(
  deps: ReceiverDeps,
  settings: SignOnSettings,
  evidence: Partial<Evidence>,
  remembered: Remembered,
  { arrival, at }: Post,
): Judgement {
  const httpDate = dateHeader(arrival);
  const expected = expectLogin(settings, deps.directory, evidence, remembered, {
    at,
    acsUrl: arrival.acsUrl,
    ...present({ httpDate }),
  });
  return judge(evidence, expected, settings.contract);
}

/** What the record of this login settles: the first response that names a request completes the login it began. */
function takingOf(
  { accepted }: AnsweredLogin,
  evidence: Partial<Evidence>,
  { state, pending }: Remembered,
  at: Date,
): Taking {
  const requestId = pending?.request?.id;
  const answers = pending && requestId !== undefined ? { requestId, loginId: pending.id } : undefined;
  const key = accepted ? assertionKey(evidence) : undefined;
  const notOnOrAfter = evidence.assertion?.conditions[0]?.notOnOrAfter?.ms ?? 0;
  const forgetAfter = new Date(Math.max(notOnOrAfter, at.getTime()) + REMEMBER_MS);
  return {
    at,
    consumes: accepted && state === 'pending',
    ...present({ answers, assertion: key && { ...key, forgetAfter } }),
  };
}

function dateHeader({ headers }: Arrival): Date | undefined {
  const ms = Date.parse(headers?.['date'] ?? '');
  return Number.isNaN(ms) ? undefined : new Date(ms);
}
