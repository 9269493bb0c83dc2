import type { Diagnosis, Finding } from '../diagnosis/check.js';
import { refusals } from './subject.js';

/** One finding as a failing test prints it: what, expected, actual, where, and what to do. */
export function findingText(finding: Finding): string {
  const lines = [`${finding.id} (${finding.status}): ${finding.summary}`];
  if (finding.expected !== undefined) lines.push(`    expected  ${finding.expected}`);
  if (finding.actual !== undefined) lines.push(`    actual    ${finding.actual}`);
  if (finding.at) lines.push(`    at        line ${finding.at.line}, ${finding.at.path}`);
  if (finding.remedy)
    lines.push(`    remedy    ${finding.remedy.who}: ${finding.remedy.where}: ${finding.remedy.action}`);
  return lines.join('\n');
}

/** Every reason the message was refused for, blocked checks only where nothing failed. */
export function refusalText(diagnosis: Diagnosis): string {
  const all = refusals(diagnosis);
  const failed = all.filter((finding) => finding.status !== 'blocked');
  return (failed.length > 0 ? failed : all).map((finding) => `  ${findingText(finding)}`).join('\n');
}
