/** JUnit XML as CI systems read it; nothing here takes time worth telling. */

import { xmlText } from './xml-text.js';

export interface JunitCase {
  readonly classname: string;
  readonly name: string;
  /** Absent: it passed. */
  readonly outcome?: {
    readonly element: 'failure' | 'error' | 'skipped';
    readonly message: string;
    /** Of a failure or an error: a stable word for it. */
    readonly type?: string;
    /** What there is to read below the message. */
    readonly text?: string;
  };
  /** Said of a case that passed all the same. */
  readonly output?: string;
}

export interface JunitSuite {
  readonly name: string;
  /** Instant, ISO 8601. */
  readonly at?: string;
  readonly cases: readonly JunitCase[];
}

/** One document; the numbers are counted from the cases. */
export function junitXml(name: string, suites: readonly JunitSuite[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xmlText(name)}" ${numbers(suites.flatMap(({ cases }) => cases))}>`,
    ...suites.map(suiteXml),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteXml({ name, at, cases }: JunitSuite): string {
  const timestamp = at === undefined ? '' : ` timestamp="${xmlText(at.replace(/\.\d+/, ''))}"`;
  const head = `  <testsuite name="${xmlText(name)}" ${numbers(cases)} time="0"${timestamp}>`;
  return [head, ...cases.map(caseXml), '  </testsuite>'].join('\n');
}

function caseXml({ classname, name, outcome, output }: JunitCase): string {
  const head = `    <testcase classname="${xmlText(classname)}" name="${xmlText(name)}" time="0"`;
  if (outcome) return `${head}>${outcomeXml(outcome)}</testcase>`;
  return output === undefined ? `${head}/>` : `${head}><system-out>${xmlText(output)}</system-out></testcase>`;
}

function outcomeXml({ element, message, type, text }: NonNullable<JunitCase['outcome']>): string {
  const kind = type === undefined ? '' : ` type="${xmlText(type)}"`;
  const head = `<${element}${kind} message="${xmlText(message)}"`;
  return text === undefined ? `${head}/>` : `${head}>${xmlText(text)}</${element}>`;
}

function numbers(cases: readonly JunitCase[]): string {
  const count = (element: string) => cases.filter(({ outcome }) => outcome?.element === element).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}
