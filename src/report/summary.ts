/** The report of many messages for a terminal: a line for each that was not accepted, and how often each cause occurred. */

import { show } from '../diagnosis/show.js';
import { type Receipt, receiptLines } from './receipt.js';
import type { ReportedMessage } from './reported-message.js';
import { rootFinding, verdictLine } from './verdict.js';

export function summaryReport(messages: readonly ReportedMessage[], receipt?: Receipt): string {
  const refused = messages.filter(({ diagnosis }) => !diagnosis.accepted);
  const lines = refused.map((message) => `${show(message.name, 300)}: ${show(verdictLine(message), 1000)}`);
  const removed = receipt ? ['Redacted', ...receiptLines(receipt).map((line) => `  ${show(line, 4000)}`)] : [];
  return [lines, [total(messages.length, refused.length), ...causes(refused)], removed]
    .filter((part) => part.length > 0)
    .map((part) => `${part.join('\n')}\n`)
    .join('\n');
}

function total(all: number, refused: number): string {
  const [many, accepted, not] = [all, all - refused, refused].map((count) => count.toLocaleString('en'));
  return `${many} ${all === 1 ? 'message' : 'messages'}: ${accepted} accepted, ${not} not accepted.`;
}

/** The most frequent first. */
function causes(refused: readonly ReportedMessage[]): string[] {
  const counts = new Map<string, number>();
  for (const { diagnosis } of refused) {
    const root = rootFinding(diagnosis);
    const cause = root ? `${root.id}: ${root.title}` : 'something could not be checked';
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  const width = Math.max(...[...counts.values()].map((count) => count.toLocaleString('en').length));
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([cause, count]) => `  ${count.toLocaleString('en').padStart(width)}  ${cause}`);
}
