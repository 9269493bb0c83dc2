/** What a report tells of one message: a login record, or a message from a file judged on the spot. */

import type { HeldContract } from '../contract/hold.js';
import type { Diagnosis } from '../diagnosis/check.js';
import type {
  AnsweredLogin,
  AssertionView,
  ReceivedResponse,
  ResponseView,
  SecondOpinion,
  SentRequest,
  SettingsSnapshot,
  SignatureView,
} from '../logins/login.js';
import { receivedBytes } from '../logins/received-bytes.js';

export interface ReportedMessage {
  /** What it is called: a file, a HAR entry, a login. */
  readonly name: string;
  readonly diagnosis: Diagnosis;
  /** Instant of judgement, ISO 8601 in UTC. */
  readonly judgedAt?: string;
  readonly response?: ResponseView;
  readonly assertion?: AssertionView;
  readonly claims: Readonly<Record<string, readonly string[]>>;
  /** Claims and NameID stand under a trusted signature. */
  readonly verified: boolean;
  readonly signatures?: readonly SignatureView[];
  /** The claim contract it was held against. */
  readonly contract?: HeldContract;
  readonly secondOpinion?: SecondOpinion;
  readonly received?: ReceivedResponse;
  readonly request?: SentRequest;
  readonly settings?: SettingsSnapshot;
  /** What the message was judged against, where there is no login whose settings say so. */
  readonly judgedAgainst?: {
    readonly entityId?: string;
    readonly assertionConsumerServiceUrl?: string;
    readonly idpEntityId?: string;
    readonly requestId?: string;
  };
  /** The decoded text of the message. */
  readonly xml?: string;
  /** What was repaired, and what was left odd, on the way in. */
  readonly repairs?: readonly string[];
  readonly notes?: readonly string[];
}

export function reportedLogin(login: AnsweredLogin): ReportedMessage {
  const {
    id,
    diagnosis,
    response,
    assertion,
    claims,
    verified,
    signatures,
    contract,
    secondOpinion,
    received,
    request,
    settings,
  } = login;
  const xml = receivedBytes(received)?.toString('utf8');
  return {
    name: `login ${id}`,
    judgedAt: received.at,
    diagnosis,
    claims,
    verified,
    received,
    settings,
    ...(response && { response }),
    ...(assertion && { assertion }),
    ...(signatures && { signatures }),
    ...(contract && { contract }),
    ...(secondOpinion && { secondOpinion }),
    ...(request && { request }),
    ...(xml !== undefined && { xml }),
  };
}
