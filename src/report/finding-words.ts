import type { Finding, Remedy } from '../diagnosis/check.js';

/** A finding in plain lines: sentence, expected against actual, place, what to do, clause. */
export function describeFinding(finding: Finding): string {
  const { expected, actual, difference, at, remedies = [] } = finding;
  return [
    finding.summary,
    ...(expected === undefined || difference !== undefined ? [] : [`expected  ${expected}`]),
    ...(actual === undefined || difference !== undefined ? [] : [`actual    ${actual}`]),
    ...(difference === undefined ? [] : [difference]),
    ...(at ? [`at        line ${at.line}, ${at.path}`] : []),
    ...remedies.map((remedy) => `remedy    ${remedyWords(remedy)}`),
    `source    ${finding.spec.map(({ document, clause }) => `${document}, ${clause}`).join('; ')}`,
  ].join('\n');
}

export function remedyWords({ who, where, action }: Remedy): string {
  return `${who}: ${where}: ${action}`;
}
