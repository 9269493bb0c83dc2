/** Questions every report asks of a diagnosis. */

import type { Diagnosis, Finding } from '../diagnosis/check.js';
import { isRefusal, undecided } from '../diagnosis/refusal.js';
import type { ReportedMessage } from './reported-message.js';

export function rootFinding(diagnosis: Diagnosis): Finding | undefined {
  return diagnosis.findings.find((finding) => finding.id === diagnosis.rootCause);
}

/** Failed and crashed ones of any severity, root cause first, then errors before warnings, each in reading order. */
export function failures(diagnosis: Diagnosis): Finding[] {
  const weight = { error: 1, warning: 2, info: 3 } as const;
  const rank = (finding: Finding) => (finding.id === diagnosis.rootCause ? 0 : weight[finding.severity]);
  return diagnosis.findings
    .filter((finding) => finding.status === 'fail' || finding.status === 'crashed')
    .sort((a, b) => rank(a) - rank(b));
}

/** Error checks that could not be judged for want of something. */
export function blocked(diagnosis: Diagnosis): Finding[] {
  return diagnosis.findings.filter((finding) => finding.status === 'blocked' && isRefusal(finding));
}

/** One line: the verdict and why. */
export function verdictLine(message: ReportedMessage): string {
  const { diagnosis } = message;
  if (diagnosis.accepted) return 'accepted';
  const root = rootFinding(diagnosis);
  if (root) return `rejected: ${root.summary}`;
  const why = undecided(diagnosis)?.summary;
  return why === undefined ? 'not accepted' : `not accepted: nothing wrong was found, but ${lowered(why)}`;
}

const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

export function counts(diagnosis: Diagnosis): Record<Finding['status'], number> {
  const all = { pass: 0, fail: 0, blocked: 0, 'not-applicable': 0, crashed: 0 };
  for (const finding of diagnosis.findings) all[finding.status]++;
  return all;
}
