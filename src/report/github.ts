/** Workflow commands of GitHub Actions: each refusal and each warning becomes an annotation. Source: GitHub, workflow commands. */

import { type HeldContract, violationsOf } from '../contract/hold.js';
import type { Finding } from '../diagnosis/check.js';
import { violationWords } from './contract-words.js';
import { describeFinding } from './finding-words.js';
import type { ReportedMessage } from './reported-message.js';
import { blocked, failures } from './verdict.js';
import { commandData, commandProperty } from './workflow-command.js';

const MAX_ANNOTATIONS = 50;

export function githubReport(messages: readonly ReportedMessage[]): string {
  const lines = messages.flatMap((message) => [
    ...[...failures(message.diagnosis), ...blocked(message.diagnosis)].flatMap((finding) =>
      finding.id === 'claims-satisfy-contract' && message.contract?.file !== undefined
        ? contractAnnotations(message.name, message.contract)
        : annotation(message, finding),
    ),
  ]);
  return lines
    .slice(0, MAX_ANNOTATIONS)
    .map((line) => `${line}\n`)
    .join('');
}

function annotation({ name, received }: ReportedMessage, finding: Finding): string {
  const level = finding.severity === 'error' ? 'error' : finding.severity === 'warning' ? 'warning' : 'notice';
  const isFile = received?.binding === 'document';
  const place = isFile ? `file=${commandProperty(name)}${finding.at ? `,line=${finding.at.line}` : ''},` : '';
  return `::${level} ${place}title=${commandProperty(finding.id)}::${commandData(describeFinding(finding))}`;
}

/** At the line of the contract: that is the file which is in the repository. */
function contractAnnotations(name: string, contract: HeldContract): string[] {
  const { file = contract.name } = contract;
  return violationsOf(contract).map((violation) => {
    const line = violation.line === undefined ? '' : `,line=${violation.line}`;
    return `::error file=${commandProperty(file)}${line},title=claims-satisfy-contract::${commandData(`${name}: ${violationWords(violation)}`)}`;
  });
}
