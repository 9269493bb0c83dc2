/** JUnit XML as CI systems read it: a suite per message, a test case per check. */

import type { HeldContract } from '../contract/hold.js';
import type { Finding } from '../diagnosis/check.js';
import { isRefusal } from '../diagnosis/refusal.js';
import { contractBlocks } from './contract-words.js';
import { describeFinding } from './finding-words.js';
import { type JunitCase, junitXml } from './junit-xml.js';
import type { ReportedMessage } from './reported-message.js';

export function junitReport(messages: readonly ReportedMessage[]): string {
  const suites = messages.map(({ name, diagnosis, judgedAt, contract }) => ({
    name,
    ...(judgedAt !== undefined && { at: judgedAt }),
    cases: diagnosis.findings.map((finding) => testCase(finding, contract)),
  }));
  return junitXml('saml-rehearsal', suites);
}

function testCase(finding: Finding, contract: HeldContract | undefined): JunitCase {
  const { stage, id, summary: message, kind, status, severity } = finding;
  const named = { classname: `saml.${stage}`, name: id };
  const element = elementFor(finding);
  if (element === 'skipped') return { ...named, outcome: { element, message } };
  const text = wordsOf(finding, contract);
  if (element) return { ...named, outcome: { element, message, type: kind ?? status, text } };
  return status === 'fail' ? { ...named, output: `${severity}: ${text}` } : named;
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
