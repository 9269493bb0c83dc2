import { refusalText } from '../finding-text.js';
import type { MatcherResult } from '../matcher-result.js';
import { diagnosisOf, refuseUnknownChecks } from '../subject.js';

/** The login was refused, and the root cause is this check. */
export function toBeRejectedBecause(subject: unknown, checkId: string): MatcherResult {
  const diagnosis = diagnosisOf(subject);
  refuseUnknownChecks(diagnosis, [checkId]);
  const pass = !diagnosis.accepted && diagnosis.rootCause === checkId;
  return {
    pass,
    message: () => {
      if (pass)
        return `Expected the login not to be rejected because of ${checkId}, but it was:\n${refusalText(diagnosis)}`;
      if (diagnosis.accepted) return `Expected the login to be rejected because of ${checkId}, but it was accepted.`;
      return `Expected the root cause to be ${checkId}, but it is ${diagnosis.rootCause ?? 'not known'}:\n${refusalText(diagnosis)}`;
    },
  };
}
