import { refusalText } from '../finding-text.js';
import type { MatcherResult } from '../matcher-result.js';
import { diagnosisOf } from '../subject.js';

/** The login was accepted: no error-severity check failed, is blocked or crashed. */
export function toBeAccepted(subject: unknown): MatcherResult {
  const diagnosis = diagnosisOf(subject);
  return {
    pass: diagnosis.accepted,
    message: () =>
      diagnosis.accepted
        ? 'Expected the login to be refused, but every error check passed.'
        : `Expected the login to be accepted, but it was refused:\n${refusalText(diagnosis)}`,
  };
}
