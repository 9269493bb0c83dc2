import type { Diagnosis, Finding } from '../diagnosis/check.js';
import { HarnessError } from '../errors.js';
import type { AnsweredLogin, Login } from '../logins/login.js';

/** What the matchers look at: a login of the harness, or a bare diagnosis where no claims are asked for. */
export type MatcherSubject = Login | Diagnosis;

/** @throws HarnessError `MATCHER_MISUSED` when the value is neither a login nor a diagnosis. */
export function diagnosisOf(subject: unknown): Diagnosis {
  if (isDiagnosis(subject)) return subject;
  return answeredLogin(subject).diagnosis;
}

/** @throws HarnessError `MATCHER_MISUSED` when the value is not an answered login. */
export function answeredLogin(subject: unknown): AnsweredLogin {
  const login = subject as Partial<AnsweredLogin> | null | undefined;
  if (login && typeof login === 'object' && isDiagnosis(login.diagnosis)) return login as AnsweredLogin;
  throw new HarnessError(
    'MATCHER_MISUSED',
    login && typeof login === 'object' && (login as Partial<Login>).state === 'pending'
      ? 'This login is still pending: no response has arrived.'
      : 'The value is neither a login nor a diagnosis.',
    'Pass what `harness.signIn()`, `harness.nextLogin()` or `diagnose()` resolved to (did you forget `await`?).',
  );
}

/** The failed findings of error severity, in the order an administrator should read them, root cause first. */
export function refusals(diagnosis: Diagnosis): readonly Finding[] {
  const failed = diagnosis.findings.filter(
    (f) => f.severity === 'error' && (f.status === 'fail' || f.status === 'blocked' || f.status === 'crashed'),
  );
  return [...failed].sort((a, b) => Number(b.id === diagnosis.rootCause) - Number(a.id === diagnosis.rootCause));
}

function isDiagnosis(value: unknown): value is Diagnosis {
  return typeof value === 'object' && value !== null && Array.isArray((value as Partial<Diagnosis>).findings);
}
