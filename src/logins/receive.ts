import type { Clock } from '../clock.js';
import type { Diagnosis } from '../diagnosis/check.js';
import { HarnessError } from '../errors.js';
import type { Evidence, ReceivedMessage } from '../saml/evidence.js';
import type { Directory } from '../sp/directory.js';
import { assertionKey, expectLogin, type Remembered, recall } from './expect-login.js';
import { forgetOld } from './forget-old.js';
import { type AccountHolder, hear } from './hear-message.js';
import { type Judgement, judge } from './judge.js';
import { factsOf, type Log } from './log.js';
import type { AnsweredLogin, MatchedUser, ReceivedResponse } from './login.js';
import type { LoginEvents } from './login-events.js';
import type { Memory } from './open-sqlite.js';
import type { SignOnSettings } from './sign-on-settings.js';
import { snapshotOf } from './snapshot.js';
import { defined } from './views.js';

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
  /** How much is kept; everything when absent. */
  readonly keep?: { readonly count?: number; readonly days?: number };
}

/** How a message reached an endpoint, besides the message itself. */
export interface Arrival {
  readonly acsUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookieNames?: readonly string[];
}

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
  let settings: SignOnSettings | undefined;
  let login: AnsweredLogin;
  try {
    settings = await deps.settings();
    login = await judgeArrival(deps, settings, message, arrival, at);
  } catch (error) {
    login = crashedLogin(deps, settings, message, arrival, at, error);
    deps.log.error({ login: login.id, ...factsOf(error) }, 'A message could not be judged.');
  }
  await store(deps, login);
  const { id, accepted, flow, diagnosis } = login;
  deps.log.info({ login: id, accepted, flow, rootCause: diagnosis.rootCause }, 'A login was answered.');
  deps.events.emit(login);
  await forgetOld(deps, at).catch(() => undefined); // Tried again after the next login.
  return login;
}

async function store({ memory }: ReceiverDeps, login: AnsweredLogin): Promise<void> {
  try {
    await memory.logins.save(login);
  } catch (cause) {
    throw new HarnessError(
      'STORE_UNUSABLE',
      'The login could not be stored, so it was not taken.',
      'See whether the disk is full or the file of logins is locked.',
      { cause },
    );
  }
}

async function judgeArrival(
  deps: ReceiverDeps,
  main: SignOnSettings,
  message: ReceivedMessage,
  arrival: Arrival,
  at: Date,
): Promise<AnsweredLogin> {
  const { settings, evidence, remembered } = await hear(deps, main, message, at);
  const id = await recordId(deps, remembered);
  let judgement = judgeOnce(deps, settings, evidence, remembered, arrival, at);
  if (judgement.diagnosis.accepted && !(await takeUp(deps.memory, evidence, remembered, id, at))) {
    // Somebody was faster with the same response: the state has changed, so the verdict has to.
    judgement = judgeOnce(deps, settings, evidence, await recall(deps.memory, evidence, at), arrival, at);
  }
  return record(deps, settings, message, arrival, at, { id, evidence, remembered, judgement });
}

/** The first response that names a request completes the login it began; nothing ever overwrites an answered login. */
async function recordId({ memory, newLoginId }: ReceiverDeps, { pending }: Remembered): Promise<string> {
  const requestId = pending?.request?.id;
  const isOurs = requestId !== undefined && (await memory.requests.claimRecord(requestId));
  return pending && isOurs ? pending.id : newLoginId();
}

function judgeOnce(
  deps: ReceiverDeps,
  settings: SignOnSettings,
  evidence: Partial<Evidence>,
  remembered: Remembered,
  arrival: Arrival,
  at: Date,
): Judgement {
  const httpDate = dateHeader(arrival);
  const expected = expectLogin(settings, deps.directory, evidence, remembered, {
    at,
    acsUrl: arrival.acsUrl,
    ...defined({ httpDate }),
  });
  return judge(evidence, expected);
}

/** Consumes what an accepted login consumes; false when it was consumed already. */
async function takeUp(
  memory: Memory,
  evidence: Partial<Evidence>,
  remembered: Remembered,
  loginId: string,
  at: Date,
): Promise<boolean> {
  const key = assertionKey(evidence);
  const notOnOrAfter = evidence.assertion?.conditions[0]?.notOnOrAfter?.ms ?? 0;
  const forgetAfter = new Date(Math.max(notOnOrAfter, at.getTime()) + REMEMBER_MS);
  if (key && !(await memory.assertions.remember(key.issuer, key.id, loginId, at, forgetAfter))) return false;
  const requestId = evidence.response?.inResponseTo;
  return requestId === undefined || remembered.state !== 'pending' || memory.requests.consume(requestId, at);
}

interface Made {
  readonly id: string;
  readonly evidence: Partial<Evidence>;
  readonly remembered: Remembered;
  readonly judgement: Judgement;
}

function record(
  deps: ReceiverDeps,
  settings: SignOnSettings,
  message: ReceivedMessage,
  arrival: Arrival,
  at: Date,
  made: Made,
): AnsweredLogin {
  const { judgement, remembered, evidence } = made;
  const { diagnosis, response, assertion, claims, verified, signatures } = judgement;
  return {
    ...loginBase(settings, message, arrival, at, made.id),
    flow: evidence.response?.inResponseTo === undefined ? 'idp-initiated' : 'sp-initiated',
    ...defined({ request: remembered.pending?.request }),
    accepted: diagnosis.accepted,
    ...defined({ response, assertion }),
    claims,
    verified,
    signatures,
    user: matchedUser(deps.directory, assertion?.subject?.nameId),
    diagnosis,
  };
}

function crashedLogin(
  deps: ReceiverDeps,
  settings: SignOnSettings | undefined,
  message: ReceivedMessage,
  arrival: Arrival,
  at: Date,
  error: unknown,
): AnsweredLogin {
  const summary = `The harness itself failed while it judged this message: ${error instanceof Error ? error.message : String(error)}`;
  const diagnosis: Diagnosis = {
    accepted: false,
    rootCause: 'harness',
    findings: [
      {
        id: 'harness',
        title: 'The harness can judge the message',
        stage: 'transport',
        severity: 'error',
        status: 'crashed',
        summary,
        spec: [],
      },
    ],
  };
  return {
    ...loginBase(settings, message, arrival, at, deps.newLoginId()),
    flow: 'idp-initiated',
    accepted: false,
    claims: {},
    verified: false,
    user: null,
    diagnosis,
  };
}

function loginBase(
  settings: SignOnSettings | undefined,
  message: ReceivedMessage,
  arrival: Arrival,
  at: Date,
  id: string,
) {
  const { binding, method, samlResponse, relayState, fieldNames, contentType, oversize } = message;
  const { acsUrl, headers, cookieNames } = arrival;
  const received: ReceivedResponse = {
    at: at.toISOString(),
    binding,
    ...defined({ method, samlResponse, relayState, acsUrl, fieldNames, contentType, oversize, headers, cookieNames }),
  };
  return {
    id,
    state: 'answered' as const,
    accountCode: settings?.account.accountCode ?? '',
    region: settings?.account.region ?? '',
    received,
    settings: snapshotOf(settings, arrival.acsUrl),
  };
}

function matchedUser(directory: Directory, nameId: string | undefined): MatchedUser | null {
  const address = nameId === undefined ? undefined : directory.find(nameId);
  return address ? { email: address.email, globalName: address.globalName, roles: address.roles } : null;
}

function dateHeader({ headers }: Arrival): Date | undefined {
  const ms = Date.parse(headers?.['date'] ?? '');
  return Number.isNaN(ms) ? undefined : new Date(ms);
}
