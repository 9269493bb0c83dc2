import type { Diagnosis } from '../diagnosis/check.js';
import type { Evidence, ReceivedMessage } from '../saml/evidence.js';
import { present } from '../saml/present.js';
import type { Directory } from '../sp/directory.js';
import type { Remembered } from './expect-login.js';
import type { Judgement } from './judge.js';
import type { AnsweredLogin, LoginFlow, MatchedUser, ReceivedResponse } from './login.js';
import type { SignOnSettings } from './sign-on-settings.js';
import { snapshotOf } from './snapshot.js';

/** How a message reached an endpoint, besides the message itself. */
export interface Arrival {
  readonly acsUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookieNames?: readonly string[];
  /** By which the log lines about it are found. */
  readonly requestId?: string;
}

/** A message that has arrived, when, and what was set up then. */
export interface Post {
  readonly message: ReceivedMessage;
  readonly arrival: Arrival;
  readonly at: Date;
  /** Absent when the settings themselves could not be had. */
  readonly settings?: SignOnSettings;
}

/** The record of a message that could be judged. */
export function judgedLogin(
  id: string,
  post: Post,
  evidence: Partial<Evidence>,
  remembered: Remembered,
  judgement: Judgement,
  directory: Directory,
): AnsweredLogin {
  const { diagnosis, response, assertion, claims, verified, signatures, contract } = judgement;
  return {
    ...loginBase(id, post),
    flow: flowOf(evidence),
    ...present({ request: remembered.pending?.request }),
    accepted: diagnosis.accepted,
    ...present({ response, assertion, contract }),
    claims,
    verified,
    signatures,
    user: matchedUser(directory, assertion?.subject?.nameId),
    diagnosis,
  };
}

/** The record of a message on which we broke ourselves. */
export function crashedLogin(id: string, post: Post, error: unknown): AnsweredLogin {
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
    ...loginBase(id, post),
    flow: 'idp-initiated',
    accepted: false,
    claims: {},
    verified: false,
    user: null,
    diagnosis,
  };
}

function loginBase(id: string, { settings, message, arrival, at }: Post) {
  const { binding, method, samlResponse, relayState, fieldNames, contentType, oversize } = message;
  const { acsUrl, headers, cookieNames, requestId } = arrival;
  const received: ReceivedResponse = {
    at: at.toISOString(),
    binding,
    ...present({ method, samlResponse, relayState, acsUrl, fieldNames, contentType, oversize, headers, cookieNames }),
    ...present({ requestId }),
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

/** A response that names no request was not asked for. */
export const flowOf = ({ response }: Partial<Evidence>): LoginFlow =>
  response?.inResponseTo === undefined ? 'idp-initiated' : 'sp-initiated';

/** Whose address the NameID is, verified or not. */
export function matchedUser(directory: Directory, nameId: string | undefined): MatchedUser | null {
  const address = nameId === undefined ? undefined : directory.find(nameId);
  return address ? { email: address.email, globalName: address.globalName, roles: address.roles } : null;
}
