/** SARIF 2.1.0 (OASIS), for code scanning views: a rule per check, a result per failure. */

import type { Finding } from '../diagnosis/check.js';
import { remedyWords } from './finding-words.js';
import type { ReportedMessage } from './reported-message.js';
import { blocked, failures } from './verdict.js';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

export function sarifReport(messages: readonly ReportedMessage[], version: string): string {
  const rules = new Map(messages.flatMap((m) => m.diagnosis.findings).map((finding) => [finding.id, ruleFor(finding)]));
  const order = [...rules.keys()];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'saml-rehearsal', version, rules: [...rules.values()] } },
        columnKind: 'utf16CodeUnits',
        results: messages.flatMap((message) =>
          [...failures(message.diagnosis), ...blocked(message.diagnosis)].map((finding) =>
            resultFor(message, finding, order),
          ),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleFor(finding: Finding) {
  const url = finding.spec.find((ref) => ref.url !== undefined)?.url;
  return {
    id: finding.id,
    shortDescription: { text: finding.title },
    help: { text: finding.spec.map(({ document, clause }) => `${document}, ${clause}`).join('; ') },
    ...(url !== undefined && { helpUri: url }),
    defaultConfiguration: { level: LEVELS[finding.severity] },
    properties: { stage: finding.stage },
  };
}

function resultFor({ name, received }: ReportedMessage, finding: Finding, order: readonly string[]) {
  const { expected, actual, at, remedies = [] } = finding;
  const details = [
    finding.summary,
    ...(expected === undefined ? [] : [`Expected: ${expected}`]),
    ...(actual === undefined ? [] : [`Actual: ${actual}`]),
    ...remedies.map(remedyWords),
  ];
  // The line counts in the decoded message, so it is a place in the file only when the file is that message.
  const isFile = received?.binding === 'document';
  return {
    ruleId: finding.id,
    ruleIndex: order.indexOf(finding.id),
    level: LEVELS[finding.severity],
    message: { text: details.join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(name) },
          ...(isFile &&
            at && { region: { startLine: at.line, ...(at.column !== undefined && { startColumn: at.column }) } }),
        },
        ...(at && { logicalLocations: [{ fullyQualifiedName: at.path, kind: 'element' }] }),
      },
    ],
    properties: { status: finding.status, ...(finding.kind !== undefined && { kind: finding.kind }) },
  };
}
