/** What a contract found, for CI: every violation at its line of the contract's file. */

import type { ContractViolation } from '../contract/contract.js';
import { commandData, commandProperty } from '../report/workflow-command.js';
import { xmlText } from '../report/xml-text.js';

export interface ContractResult {
  readonly name: string;
  readonly violations: readonly ContractViolation[];
}

/** A suite per login, a failing test case per violation, or one passing case when there is none. */
export function contractJunit(results: readonly ContractResult[], file: string): string {
  const total = { tests: 0, failures: 0 };
  const suites = results.map(({ name, violations }) => {
    const tests = Math.max(violations.length, 1);
    total.tests += tests;
    total.failures += violations.length;
    const cases = violations.length === 0 ? [passing(file)] : violations.map((violation) => failing(violation, file));
    const numbers = `tests="${tests}" failures="${violations.length}" errors="0" skipped="0"`;
    return `  <testsuite name="${xmlText(name)}" ${numbers} time="0">\n${cases.join('\n')}\n  </testsuite>`;
  });
  const numbers = `tests="${total.tests}" failures="${total.failures}" errors="0" skipped="0"`;
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  return `${[head, `<testsuites name="saml-rehearsal check" ${numbers}>`, ...suites, '</testsuites>'].join('\n')}\n`;
}

const passing = (file: string) => `    <testcase classname="${xmlText(file)}" name="every term" time="0"/>`;

function failing(violation: ContractViolation, file: string): string {
  const { message, path } = violation;
  const head = `    <testcase classname="${xmlText(file)}" name="${xmlText(path || 'the whole contract')}" time="0">`;
  const text = `${placeOf(violation, file)}\n${words(violation)}`;
  return `${head}<failure type="violation" message="${xmlText(message)}">${xmlText(text)}</failure></testcase>`;
}

/** Workflow commands of GitHub Actions: each violation is an annotation at the contract's line. Source: GitHub, workflow commands. */
export function contractGithub(results: readonly ContractResult[], file: string): string {
  const lines = results.flatMap(({ name, violations }) =>
    violations.map((violation) => {
      const line = violation.line === undefined ? '' : `,line=${violation.line}`;
      const title = commandProperty(violation.path || 'contract');
      return `::error file=${commandProperty(file)}${line},title=${title}::${commandData(`${name}: ${words(violation)}`)}\n`;
    }),
  );
  return lines.join('');
}

const placeOf = ({ line }: ContractViolation, file: string) => (line === undefined ? file : `${file}:${line}`);

const words = ({ message, expected, actual }: ContractViolation) =>
  `${message}\nexpected: ${expected}\nactual: ${actual}`;
