/** A diagnosis as text: the same words for command line, matchers and reports. */

import type { Diagnosis, Finding, Remedy } from './check.js';
import { isRefusal, undecided } from './refusal.js';
import { type Layout, layout, type TextOptions } from './text-layout.js';

export { explainCheck } from './explain-check.js';
export { explainStatus } from './status-words.js';

/**
 * Root cause first, in one sentence with its remedy; then what else is wrong, what could not be checked, and what passed.
 *
 * @returns Lines without a final line end; no colours unless asked for.
 */
export function explainDiagnosis(diagnosis: Diagnosis, options: TextOptions = {}): string {
  const page = layout(options);
  const { findings, rootCause } = diagnosis;
  const root = findings.find(({ id }) => id === rootCause);
  const failed = findings.filter((one) => one !== root && (one.status === 'fail' || one.status === 'crashed'));
  const refusals = failed.filter(isRefusal);
  const remarks = failed.filter((one) => !isRefusal(one));
  const blocked = findings.filter(({ status }) => status === 'blocked');
  const sections = [
    headline(diagnosis, root, page),
    root && details(root, page),
    section('Also wrong', refusals, page),
    section('Worth a look', remarks, page),
    list('Could not be checked', blocked, page, true),
    list(
      'Passed',
      findings.filter(({ status }) => status === 'pass'),
      page,
    ),
    list(
      'Not applicable',
      findings.filter(({ status }) => status === 'not-applicable'),
      page,
    ),
  ];
  return sections.filter((one) => one !== undefined && one !== '').join('\n\n');
}

function headline(diagnosis: Diagnosis, root: Finding | undefined, page: Layout): string {
  if (diagnosis.accepted) return page.paint('green', page.wrap('ACCEPTED: every check that decides has passed.'));
  if (root)
    return `${page.paint('red', 'REFUSED')}  ${page.paint('bold', root.id)}\n\n${page.wrap(root.summary, '  ')}`;
  const deciding = undecided(diagnosis);
  const why = 'NOT ACCEPTED: nothing wrong was found, but not everything could be checked.';
  const lines = [page.paint('red', page.wrap(why)), deciding && page.wrap(deciding.summary, '  ')];
  const ways = deciding?.remedy ? remedyLines(deciding.remedy, 'do', labelled(page)) : [];
  return [...lines, ...ways].filter((line) => line !== undefined).join('\n');
}

function labelled(page: Layout): (label: string, text: string) => string {
  return (label, text) => page.wrap(text, `    ${label.padEnd(10)}`);
}

function section(title: string, findings: readonly Finding[], page: Layout): string | undefined {
  if (findings.length === 0) return undefined;
  const parts = findings.map(
    (finding) =>
      `${page.wrap(finding.summary, `${mark(finding, page.paint)} ${finding.id}: `, '    ')}\n${details(finding, page)}`,
  );
  return [page.paint('bold', `${title} (${findings.length})`), ...parts].join('\n\n');
}

function mark({ severity, status }: Finding, paint: Layout['paint']): string {
  if (status === 'crashed') return paint('red', '  !!');
  return severity === 'error'
    ? paint('red', '  x')
    : severity === 'warning'
      ? paint('yellow', '  !')
      : paint('cyan', '  i');
}

/** Expected against actual, place, clause and remedies of one finding. */
function details(finding: Finding, page: Layout): string {
  const { expected, actual, difference, at, spec, remedies = finding.remedy ? [finding.remedy] : [] } = finding;
  const line = labelled(page);
  const marked = difference === undefined || tooWide(difference, page) ? undefined : difference;
  const lines = [
    ...(marked === undefined
      ? [expected !== undefined && line('expected', expected), actual !== undefined && line('actual', actual)]
      : marked.split('\n').map((one) => `    ${one}`)),
    at && line('where', `line ${at.line}${at.column === undefined ? '' : `, column ${at.column}`}, ${at.path}`),
    spec.length > 0 &&
      page.paint(
        'dim',
        line(
          'clause',
          spec
            .slice(0, 2)
            .map(({ document, clause }) => `${document} ${clause}`)
            .join('; '),
        ),
      ),
    ...remedies.flatMap((remedy, index) => remedyLines(remedy, index === 0 ? 'do' : 'or', line)),
  ];
  return lines.filter((one) => one !== undefined && one !== false).join('\n');
}

function remedyLines(
  { who, where, action }: Remedy,
  label: string,
  line: (label: string, text: string) => string,
): string[] {
  return [line(label, `${who}: ${where}`), line('', action)];
}

/** Carets are of use only while nothing wraps. */
function tooWide(difference: string, page: Layout): boolean {
  return difference.split('\n').some((one) => [...one].length + 4 > page.width);
}

/** Blocked checks are told by their reason, all others by their id. */
function list(title: string, findings: readonly Finding[], page: Layout, byReason = false): string | undefined {
  if (findings.length === 0) return undefined;
  const head = page.paint('bold', `${title} (${findings.length})`);
  if (!byReason) return `${head}\n${page.wrap(findings.map(({ id }) => id).join(', '), '  ')}`;
  const reasons = new Map<string, string[]>();
  for (const { summary, id } of findings) reasons.set(summary, [...(reasons.get(summary) ?? []), id]);
  return [head, ...[...reasons].map(([reason, ids]) => page.wrap(`${reason} ${ids.join(', ')}`, '  '))].join('\n');
}
