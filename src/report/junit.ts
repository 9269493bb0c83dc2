/** JUnit XML as CI systems read it: a suite per message, a test case per check. */

import type { HeldContract } from '../contract/hold.js';
import type { Finding } from '../diagnosis/check.js';
import { isRefusal } from '../diagnosis/refusal.js';
import { contractBlocks } from './contract-words.js';
import { describeFinding } from './finding-words.js';
import type { ReportedMessage } from './reported-message.js';
import { xmlText } from './xml-text.js';

export function junitReport(messages: readonly ReportedMessage[]): string {
  const suites = messages.map(suite);
  const total = sum(suites.map(({ size }) => size));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="saml-rehearsal" ${attributes(total)}>`,
    ...suites.map(({ text }) => text),
    '</testsuites>',
    '',
  ].join('\n');
}

type Size = { readonly tests: number; readonly failures: number; readonly errors: number; readonly skipped: number };

function suite({ name, diagnosis, judgedAt, contract }: ReportedMessage): {
  readonly text: string;
  readonly size: Size;
} {
  const { findings } = diagnosis;
  const size = {
    tests: findings.length,
    failures: findings.filter((finding) => elementFor(finding) === 'failure').length,
    errors: findings.filter((finding) => elementFor(finding) === 'error').length,
    skipped: findings.filter((finding) => elementFor(finding) === 'skipped').length,
  };
  const time = judgedAt === undefined ? '' : ` timestamp="${xmlText(judgedAt.replace(/\.\d+/, ''))}"`;
  const cases = findings.map((finding) => testCase(finding, contract));
  return {
    size,
    text: `  <testsuite name="${xmlText(name)}" ${attributes(size)} time="0"${time}>\n${cases.join('\n')}\n  </testsuite>`,
  };
}

function testCase(finding: Finding, contract: HeldContract | undefined): string {
  const head = `    <testcase classname="saml.${xmlText(finding.stage)}" name="${xmlText(finding.id)}" time="0"`;
  const element = elementFor(finding);
  const message = xmlText(finding.summary);
  if (element === 'skipped') return `${head}><skipped message="${message}"/></testcase>`;
  const words = xmlText(wordsOf(finding, contract));
  if (element)
    return `${head}><${element} type="${xmlText(finding.kind ?? finding.status)}" message="${message}">${words}</${element}></testcase>`;
  if (finding.status === 'fail')
    return `${head}><system-out>${xmlText(finding.severity)}: ${words}</system-out></testcase>`;
  return `${head}/>`;
}

/** Of a broken contract every violation, each at its line of the contract's file. */
function wordsOf(finding: Finding, contract: HeldContract | undefined): string {
  const isContract = finding.id === 'claims-satisfy-contract' && contract !== undefined;
  return [...(isContract ? contractBlocks(contract) : []), describeFinding(finding)].join('\n\n');
}

/** A check that could not be judged but must be is an error, or the build would be green for want of metadata. */
function elementFor(finding: Finding): 'failure' | 'error' | 'skipped' | undefined {
  if (finding.status === 'fail' && finding.severity === 'error') return 'failure';
  if (finding.status === 'crashed' || (finding.status === 'blocked' && isRefusal(finding))) return 'error';
  return finding.status === 'blocked' || finding.status === 'not-applicable' ? 'skipped' : undefined;
}

function attributes({ tests, failures, errors, skipped }: Size): string {
  return `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
}

function sum(sizes: readonly Size[]): Size {
  const add = (key: keyof Size) => sizes.reduce((total, size) => total + size[key], 0);
  return { tests: add('tests'), failures: add('failures'), errors: add('errors'), skipped: add('skipped') };
}
