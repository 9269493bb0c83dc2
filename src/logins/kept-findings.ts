import type { Finding } from '../diagnosis/check.js';
import { findCheck } from '../diagnosis/checks/index.js';

/** A finding as it is stored: what its check says of every message, title, clauses and so on, is left out. */
type KeptFinding = Pick<Finding, 'id' | 'status'> & Partial<Finding>;

/**
 * Leaves out what the catalogue of checks says anyway: of fifty findings with their clauses four fifths, and it is the same for every
 * login. What was found, and everything that differs from the catalogue, stays.
 */
export function keptFindings(findings: readonly Finding[]): readonly KeptFinding[] {
  return findings.map((finding) => {
    const check = findCheck(finding.id);
    if (!check || finding.title !== check.title || finding.stage !== check.stage || finding.spec !== check.spec)
      return finding;
    const { title, stage: _stage, spec: _spec, severity, summary, ...found } = finding;
    return {
      ...found,
      ...(severity !== check.severity && { severity }),
      ...(summary !== `${title}.` && { summary }),
    };
  });
}

/** The whole findings again, with the titles and clauses of the checks as they are now. */
export function wholeFindings(kept: readonly KeptFinding[]): readonly Finding[] {
  return kept.map((found) => {
    if (found.title !== undefined) return found as Finding;
    const { id, status, severity, summary, ...rest } = found;
    const check = findCheck(id);
    const title = check?.title ?? id;
    return {
      id,
      title,
      stage: check?.stage ?? 'transport',
      severity: severity ?? check?.severity ?? 'info',
      status,
      summary: summary ?? `${title}.`,
      ...rest,
      spec: check?.spec ?? [],
    };
  });
}
