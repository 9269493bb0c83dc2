/** What a probe found, for people and for CI. */

import type { ProbeAttempt, ProbeReport } from '../harness/probe/probe-options.js';
import { type JunitCase, junitXml } from '../report/junit-xml.js';

export function probeText({ acs, entityId, flow, attempts, healthy }: ProbeReport): string {
  const groups: readonly (readonly [string, readonly ProbeAttempt[]])[] = [
    ['LET IN, and must not be', attempts.filter((one) => one.outcome === 'let-in' && one.weight === 'error')],
    ['Let in, and better refused', attempts.filter((one) => one.outcome === 'let-in' && one.weight === 'advice')],
    ['Unclear', attempts.filter((one) => one.outcome === 'unclear')],
    ['Not tried', attempts.filter((one) => one.outcome === 'not-tried')],
  ];
  const refused = attempts.filter((one) => one.outcome === 'refused');
  return [
    `${entityId} at ${acs}, ${flow}`,
    healthy
      ? 'HEALTHY: nothing was let in that must not be.'
      : `UNSAFE: ${groups[0]?.[1].length} of ${attempts.length - 1} faults were let in.`,
    ...groups.flatMap(([title, some]) =>
      some.length === 0 ? [] : ['', `${title} (${some.length})`, ...some.flatMap(lines)],
    ),
    '',
    `Refused (${refused.length})`,
    `  ${refused.map(({ fault }) => fault).join(', ')}`,
    '',
  ].join('\n');
}

const lines = ({ fault, title, evidence, caughtBy }: ProbeAttempt) => [
  `  ${fault}: ${title}`,
  `    seen   ${evidence}`,
  `    check  ${caughtBy.join(', ')}`,
];

/** One test case per fault: a failure for what must not be let in, an error for what could not be told. */
export function probeJunit({ acs, attempts }: ProbeReport): string {
  return junitXml('saml-rehearsal probe', [{ name: acs, cases: attempts.map(testCase) }]);
}

function testCase(attempt: ProbeAttempt): JunitCase {
  const { fault = 'the-good-response', weight, title, evidence, outcome } = attempt;
  const named = { classname: `probe.${weight}`, name: fault };
  const element = elementOf(attempt);
  if (element === undefined) return named;
  const message = element === 'failure' ? `let in: ${title}` : evidence;
  return element === 'skipped'
    ? { ...named, outcome: { element, message } }
    : { ...named, outcome: { element, type: outcome, message, text: evidence } };
}

function elementOf({ outcome, weight }: ProbeAttempt): 'failure' | 'error' | 'skipped' | undefined {
  if (outcome === 'let-in' && weight === 'error') return 'failure';
  if (outcome === 'unclear') return 'error';
  return outcome === 'not-tried' ? 'skipped' : undefined;
}
