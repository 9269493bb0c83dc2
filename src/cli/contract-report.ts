/** What a contract found, for CI: every violation at its line of the contract's file. */

import type { ContractViolation } from '../contract/contract.js';
import { type JunitCase, junitXml } from '../report/junit-xml.js';
import { commandData, commandProperty } from '../report/workflow-command.js';

export interface ContractResult {
  readonly name: string;
  readonly violations: readonly ContractViolation[];
}

/** A suite per login, a failing test case per violation, or one passing case when there is none. */
export function contractJunit(results: readonly ContractResult[], file: string): string {
  const passing: JunitCase = { classname: file, name: 'every term' };
  const suites = results.map(({ name, violations }) => ({
    name,
    cases: violations.length === 0 ? [passing] : violations.map((violation) => failing(violation, file)),
  }));
  return junitXml('saml-rehearsal check', suites);
}

function failing(violation: ContractViolation, file: string): JunitCase {
  const { message, path } = violation;
  const text = `${placeOf(violation, file)}\n${words(violation)}`;
  return {
    classname: file,
    name: path || 'the whole contract',
    outcome: { element: 'failure', type: 'violation', message, text },
  };
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
