import type { Diagnosis, Finding } from '../diagnosis/check.js';
import { isRefusal } from '../diagnosis/refusal.js';
import { HarnessError } from '../errors.js';
import type { MessageDiagnosis } from '../logins/diagnose-message.js';
import type { AnsweredLogin, Login } from '../logins/login.js';
import { present } from '../saml/present.js';
import { nearest } from '../spelling.js';

/** As much of a login as matchers of claims look at. */
export type LoginWithClaims = Pick<AnsweredLogin, 'diagnosis' | 'verified' | 'claims' | 'assertion' | 'signatures'>;

/** @throws HarnessError `MATCHER_MISUSED` when the value is neither a login nor a diagnosis. */
export function diagnosisOf(subject: unknown): Diagnosis {
  if (isDiagnosis(subject)) return subject;
  return answeredLogin(subject).diagnosis;
}

/** @throws HarnessError `MATCHER_MISUSED` when the value carries no claims to look at. */
export function loginWithClaims(subject: unknown): LoginWithClaims {
  if (!isDiagnosis(subject)) return answeredLogin(subject);
  const { claims, verified, assertion, signatures } = subject as Partial<MessageDiagnosis>;
  if (claims === undefined || verified === undefined)
    throw misused(
      'A bare diagnosis has no claims to look at.',
      'Pass the login, or the whole of what `diagnose()` resolved to.',
    );
  return { diagnosis: subject, claims, verified, ...present({ assertion, signatures }) };
}

function answeredLogin(subject: unknown): AnsweredLogin {
  const login = subject as Partial<AnsweredLogin> | null | undefined;
  if (login && typeof login === 'object' && isDiagnosis(login.diagnosis)) return login as AnsweredLogin;
  const isPending = login && typeof login === 'object' && (login as Partial<Login>).state === 'pending';
  throw misused(
    isPending
      ? 'This login is still pending: no response has arrived.'
      : 'The value is neither a login nor a diagnosis.',
    'Pass what `harness.signIn()`, `harness.nextLogin()` or `diagnose()` resolved to (did you forget `await`?).',
  );
}

/**
 * A typing mistake must not read as a check that did not fail.
 *
 * @throws HarnessError `MATCHER_MISUSED` for an id that no check has.
 */
export function refuseUnknownChecks({ findings }: Diagnosis, checkIds: readonly string[]): void {
  const unknown = checkIds.find((id) => !findings.some((finding) => finding.id === id));
  if (unknown === undefined) return;
  const meant = nearest(
    unknown,
    findings.map(({ id }) => id),
  );
  throw misused(
    `There is no check with the id "${unknown}"${meant === undefined ? '.' : `; did you mean "${meant}"?`}`,
    'Give one of `checks`; the inspector lists them at /checks.',
  );
}

/** Runners print only the message, so the remedy stands in it as well. */
export const misused = (message: string, remedy: string) =>
  new HarnessError('MATCHER_MISUSED', `${message}\n${remedy}`, remedy);

/** The failed findings of error severity, in the order an administrator should read them, root cause first. */
export function refusals(diagnosis: Diagnosis): readonly Finding[] {
  const failed = diagnosis.findings.filter(isRefusal);
  return [...failed].sort((a, b) => Number(b.id === diagnosis.rootCause) - Number(a.id === diagnosis.rootCause));
}

function isDiagnosis(value: unknown): value is Diagnosis {
  return typeof value === 'object' && value !== null && Array.isArray((value as Partial<Diagnosis>).findings);
}
