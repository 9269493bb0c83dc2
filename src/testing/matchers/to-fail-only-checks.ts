import type { Diagnosis } from '../../diagnosis/check.js';
import { findingText } from '../finding-text.js';
import type { MatcherResult } from '../matcher-result.js';
import { diagnosisOf, refuseUnknownChecks } from '../subject.js';

/** Exactly these checks failed, whatever their severity and order; blocked ones do not count. */
export function toFailOnlyChecks(subject: unknown, checkIds: readonly string[]): MatcherResult {
  const diagnosis = diagnosisOf(subject);
  refuseUnknownChecks(diagnosis, checkIds);
  const failed = diagnosis.findings.filter((f) => f.status === 'fail' || f.status === 'crashed');
  const unexpected = failed.filter((finding) => !checkIds.includes(finding.id));
  const missing = checkIds.filter((id) => !failed.some((finding) => finding.id === id));
  return {
    pass: unexpected.length === 0 && missing.length === 0,
    message: () =>
      [
        unexpected.length + missing.length === 0
          ? notOnly(checkIds)
          : `Expected exactly these checks to fail: ${checkIds.join(', ') || 'none'}`,
        ...missing.map((id) => `  did not fail: ${id} (${statusOf(diagnosis, id)})`),
        ...unexpected.map((finding) => `  failed too: ${findingText(finding)}`),
      ].join('\n'),
  };
}

const notOnly = (checkIds: readonly string[]): string =>
  checkIds.length === 0
    ? 'Expected some check to fail, but none did.'
    : `Expected anything but exactly these checks to fail, and just these did: ${checkIds.join(', ')}`;

function statusOf({ findings }: Diagnosis, id: string): string {
  const finding = findings.find((one) => one.id === id);
  return `${finding?.status}: ${finding?.summary}`;
}
