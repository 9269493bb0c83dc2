/** The report for a terminal: verdict and cause, what the message says, what another library thinks of it. */

import { explainDiagnosis } from '../diagnosis/explain.js';
import { lastSegment, show } from '../diagnosis/show.js';
import { contractBlocks, countOfRules } from './contract-words.js';
import { type Receipt, receiptLines } from './receipt.js';
import type { ReportedMessage } from './reported-message.js';

export interface TextStyle {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

export function textReport(messages: readonly ReportedMessage[], style: TextStyle, receipt?: Receipt): string {
  const parts = messages.map((message) => section(message, style));
  const removed = receipt
    ? [['Redacted', ...receiptLines(receipt).map((line) => `  ${show(line, 4000)}`)].join('\n')]
    : [];
  return `${[...parts, ...removed].join('\n\n')}\n`;
}

function section(message: ReportedMessage, style: TextStyle): string {
  const { name, repairs = [], notes = [], diagnosis, judgedAt } = message;
  const bold = (text: string) => (style.color ? `\u001b[1m${text}\u001b[22m` : text);
  const head = `${bold(show(name))}${judgedAt === undefined ? '' : `  (judged as of ${judgedAt})`}`;
  const asides = [...repairs, ...notes].map((note) => `  Note: ${show(note, 1000)}`);
  return [
    [head, ...asides].join('\n'),
    explainDiagnosis(diagnosis, style).trimEnd(),
    ...claims(message, bold),
    ...contractLines(message, bold),
    ...secondOpinion(message, bold),
  ].join('\n\n');
}

function claims({ claims: given, verified, assertion }: ReportedMessage, bold: (text: string) => string): string[] {
  const { nameId, nameIdFormat } = assertion?.subject ?? {};
  const entries = Object.entries(given);
  if (nameId === undefined && entries.length === 0) return [];
  const title = verified ? 'What the message says' : 'What the message says (NOT verified: under no trusted signature)';
  const format = nameIdFormat === undefined ? '' : `  (${show(lastSegment(nameIdFormat))})`;
  return [
    [
      bold(title),
      ...(nameId === undefined ? [] : [`  NameID${format}\n    ${show(nameId)}`]),
      ...entries.map(([name, values]) => `  ${show(name)}\n${values.map((value) => `    ${show(value)}`).join('\n')}`),
    ].join('\n'),
  ];
}

function contractLines({ contract }: ReportedMessage, bold: (text: string) => string): string[] {
  if (!contract) return [];
  const blocks = contractBlocks(contract).map((block) =>
    block
      .split('\n')
      .map((line, index) => `${index === 0 ? '  ' : '    '}${show(line, 1000)}`)
      .join('\n'),
  );
  return [[`${bold('Claim contract')} ${show(contract.name)}: ${countOfRules(contract)}`, ...blocks].join('\n')];
}

function secondOpinion({ secondOpinion: opinion }: ReportedMessage, bold: (text: string) => string): string[] {
  if (!opinion) return [];
  const verdict = opinion.accepted ? 'accepts it' : `refuses it: ${show(opinion.reason ?? 'it gives no reason')}`;
  const says =
    opinion.notAsked === undefined
      ? `${opinion.library} ${verdict}`
      : `${opinion.library} was not asked: ${opinion.notAsked}`;
  return [[bold('Second opinion'), `  ${says}`, ...(opinion.gap === undefined ? [] : [`  ${opinion.gap}`])].join('\n')];
}
