/** What was looked over before the first login, for CI. */

import { type JunitCase, junitXml } from '../../report/junit-xml.js';
import { commandData } from '../../report/workflow-command.js';
import type { PreflightItem } from './item.js';

/** A test case per thing looked at: a failure for a problem, skipped for what could not be looked at. */
export function preflightJunit(items: readonly PreflightItem[]): string {
  return junitXml('saml-rehearsal preflight', [{ name: 'preflight', cases: items.map(testCase) }]);
}

function testCase({ id, status, summary: message, remedy = '' }: PreflightItem): JunitCase {
  const named = { classname: 'preflight', name: id };
  const text = `${message}\n${remedy}`;
  if (status === 'unknown') return { ...named, outcome: { element: 'skipped', message } };
  if (status === 'problem') return { ...named, outcome: { element: 'failure', type: 'problem', message, text } };
  return status === 'warning' ? { ...named, output: `warning: ${text}` } : named;
}

/** Annotations of GitHub Actions for problems and warnings. Source: GitHub, workflow commands. */
export function preflightGithub(items: readonly PreflightItem[]): string {
  const lines = items.flatMap(({ id, status, summary, remedy }) => {
    if (status !== 'problem' && status !== 'warning') return [];
    const text = remedy === undefined ? summary : `${summary}\n${remedy}`;
    return [`::${status === 'problem' ? 'error' : 'warning'} title=${id}::${commandData(text)}\n`];
  });
  return lines.join('');
}
