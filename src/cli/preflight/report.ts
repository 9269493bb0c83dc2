/** What was looked over before the first login, for CI. */

import { commandData } from '../../report/workflow-command.js';
import { xmlText } from '../../report/xml-text.js';
import type { PreflightItem } from './item.js';

/** A test case per thing looked at: a failure for a problem, skipped for what could not be looked at. */
export function preflightJunit(items: readonly PreflightItem[]): string {
  const count = (status: PreflightItem['status']) => items.filter((item) => item.status === status).length;
  const numbers = `tests="${items.length}" failures="${count('problem')}" errors="0" skipped="${count('unknown')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="saml-rehearsal preflight" ${numbers}>`,
    `  <testsuite name="preflight" ${numbers} time="0">`,
    ...items.map(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase({ id, status, summary, remedy = '' }: PreflightItem): string {
  const head = `    <testcase classname="preflight" name="${xmlText(id)}" time="0"`;
  if (status === 'ok') return `${head}/>`;
  if (status === 'unknown') return `${head}><skipped message="${xmlText(summary)}"/></testcase>`;
  if (status === 'warning')
    return `${head}><system-out>${xmlText(`warning: ${summary}\n${remedy}`)}</system-out></testcase>`;
  return `${head}><failure type="problem" message="${xmlText(summary)}">${xmlText(`${summary}\n${remedy}`)}</failure></testcase>`;
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
