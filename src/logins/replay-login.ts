import type { Diagnosis, Finding } from '../diagnosis/check.js';
import { isRefusal } from '../diagnosis/refusal.js';
import { findRootCause } from '../diagnosis/root-cause.js';
import { present } from '../saml/present.js';
import { vendorOf } from '../sp/vendors.js';
import { diagnoseMessage } from './diagnose-message.js';
import type { AnsweredLogin } from './login.js';
import { readLoginRecord } from './login-record.js';

/** One check that says something else than it was recorded to say. */
export interface VerdictChange {
  /** Its id. */
  readonly check: string;
  /** Status, and the sentence of it; absent: there was no such check. */
  readonly was?: string;
  /** The same as it is judged now. */
  readonly is?: string;
}

/** A recorded login, judged again at its own instant. */
export interface ReplayedLogin {
  /** The login with what is made of it now. */
  readonly login: AnsweredLogin;
  /** What was made of it then. */
  readonly recorded: Diagnosis;
  /** Acceptance or root cause is another one than recorded. */
  readonly isVerdictChanged: boolean;
  /** Empty when everything is as recorded. */
  readonly changes: readonly VerdictChange[];
  /** The same for people, one line each; empty when everything is as recorded. */
  readonly difference: string;
}

/**
 * Judges a recorded login again, at its own instant, with its own settings and keys. What only the running harness knew (its requests,
 * its directory, the assertions it had seen) stays as it was recorded.
 *
 * @param record What `harness.logins.export()` wrote, or a login.
 * @throws HarnessError `NOT_A_RECORD`, `RECORD_TOO_NEW`.
 */
export async function replayLogin(record: string | AnsweredLogin): Promise<ReplayedLogin> {
  const { recordVersion: _version, ...recorded } =
    typeof record === 'string' ? readLoginRecord(record) : { recordVersion: 1, ...record };
  const { settings, received, request } = recorded;
  const judged = await diagnoseMessage(received, {
    serviceProvider: {
      ...present({ entityId: settings.entityId, assertionConsumerServiceUrl: received.acsUrl ?? settings.acsUrl }),
      profile: settings.profile ?? vendorOf(settings.entityId).id,
      unsolicitedResponsesAllowed: settings.unsolicitedResponsesAllowed,
    },
    identityProvider: {
      ...present({ entityId: settings.idpEntityId }),
      signingCertificates: settings.idpSigningCertificates,
    },
    at: new Date(received.at),
    clockSkewMs: settings.clockSkewMs,
    ...present({ requestId: request?.id, requestXml: request?.xml, relayState: received.relayState }),
    secondOpinion: false,
  });
  const { accepted, rootCause, findings, at: _at, ...views } = judged;
  const diagnosis = keepRecorded({ accepted, rootCause, findings }, recorded.diagnosis);
  const changes = changesBetween(recorded.diagnosis, diagnosis);
  return {
    login: { ...recorded, ...views, accepted: diagnosis.accepted, diagnosis },
    recorded: recorded.diagnosis,
    isVerdictChanged:
      recorded.diagnosis.accepted !== diagnosis.accepted || recorded.diagnosis.rootCause !== diagnosis.rootCause,
    changes,
    difference: differenceBetween(recorded.diagnosis, diagnosis),
  };
}

/** What was asked and seen before decides these, and no record holds that. */
const STATEFUL: ReadonlySet<string> = new Set(['in-response-to-known', 'assertion-not-replayed', 'user-in-directory']);

/** Checks that cannot be judged without the running harness keep the finding they were recorded with. */
export function keepRecorded(now: Diagnosis, recorded: Diagnosis): Diagnosis {
  const before = new Map(recorded.findings.map((finding) => [finding.id, finding]));
  const findings = now.findings.map((finding) => {
    const was = before.get(finding.id);
    const isUnknown = finding.status === 'not-applicable' || STATEFUL.has(finding.id);
    const isKept = was && isUnknown && (was.status === 'pass' || was.status === 'fail');
    return isKept ? was : finding;
  });
  const accepted = !findings.some(isRefusal);
  return { accepted, rootCause: accepted ? null : findRootCause(findings), findings };
}

/** Every check whose status is another one, in reading order; those that are gone last. */
function changesBetween(recorded: Diagnosis, now: Diagnosis): VerdictChange[] {
  const before = new Map(recorded.findings.map((finding) => [finding.id, finding]));
  const after = new Set(now.findings.map(({ id }) => id));
  const changed = now.findings.flatMap((is) => {
    const was = before.get(is.id);
    return was?.status === is.status ? [] : [{ check: is.id, ...present({ was: was && words(was) }), is: words(is) }];
  });
  const gone = recorded.findings.filter(({ id }) => !after.has(id)).map((was) => ({ check: was.id, was: words(was) }));
  return [...changed, ...gone];
}

const words = ({ status, summary }: Finding) => `${status}: ${summary}`;

/** What has changed, one line for each side; empty when nothing has. */
export function differenceBetween(recorded: Diagnosis, now: Diagnosis): string {
  const verdict = ({ accepted, rootCause }: Diagnosis) =>
    accepted ? 'accepted' : `refused (${rootCause ?? 'not known'})`;
  const head = verdict(recorded) === verdict(now) ? [] : [`- ${verdict(recorded)}`, `+ ${verdict(now)}`];
  const lines = changesBetween(recorded, now).flatMap(({ check, was, is }) => [
    ...(was === undefined ? [] : [`- ${check} ${was}`]),
    ...(is === undefined ? [] : [`+ ${check} ${is}`]),
  ]);
  return [...head, ...lines].join('\n');
}
