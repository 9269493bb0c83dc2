/** Markdown for a ticket or a pull request. Every value is inert: no HTML, no links, no mentions out of a message. */

import type { Finding } from '../diagnosis/check.js';
import { countOfRules } from './contract-words.js';
import { type Receipt, receiptLines } from './receipt.js';
import type { ReportedMessage } from './reported-message.js';
import { blocked, counts, failures, verdictLine } from './verdict.js';

export function markdownReport(messages: readonly ReportedMessage[], receipt?: Receipt): string {
  const parts = messages.flatMap(section);
  const redaction = receipt
    ? ['## What was removed', '', ...receiptLines(receipt).map((line) => `- ${words(line)}`), '']
    : [];
  return `${[...parts, ...redaction].join('\n').trimEnd()}\n`;
}

function section(message: ReportedMessage): string[] {
  const { diagnosis } = message;
  const failed = failures(diagnosis);
  const unjudged = blocked(diagnosis);
  const { pass, 'not-applicable': notApplicable } = counts(diagnosis);
  return [
    `# ${words(message.name)}: ${diagnosis.accepted ? 'accepted' : 'not accepted'}`,
    '',
    `**${words(verdictLine(message))}**`,
    '',
    ...(message.judgedAt === undefined ? [] : [`Judged as of ${words(message.judgedAt)}.`, '']),
    ...[...(message.repairs ?? []), ...(message.notes ?? [])].map((note) => `> ${words(note)}\n`),
    ...failed.flatMap((finding) => findingLines(finding, finding.id === diagnosis.rootCause)),
    ...(unjudged.length > 0
      ? ['## Could not be judged', '', ...unjudged.map((f) => `- ${code(f.id)}: ${words(f.summary)}`), '']
      : []),
    `${pass} checks passed, ${failed.length} failed, ${notApplicable} did not apply.`,
    '',
    ...claimTable(message),
    ...contractTable(message),
    ...(message.xml === undefined
      ? []
      : ['<details><summary>Message</summary>', '', ...fenced(message.xml, 'xml'), '', '</details>', '']),
  ];
}

function findingLines(finding: Finding, isRoot: boolean): string[] {
  const { expected, actual, difference, at, remedies = [] } = finding;
  return [
    `## ${isRoot ? 'Root cause' : finding.severity === 'error' ? 'Also wrong' : 'Warning'}: ${code(finding.id)}`,
    '',
    words(finding.summary),
    '',
    ...(difference === undefined ? [] : [...fenced(difference, 'text'), '']),
    ...(expected === undefined || difference !== undefined ? [] : [`- expected ${code(expected)}`]),
    ...(actual === undefined || difference !== undefined ? [] : [`- actual ${code(actual)}`]),
    ...(at ? [`- at line ${at.line}, ${code(at.path)}`] : []),
    ...remedies.map(({ who, where, action }) => `- **${words(who)}**, ${words(where)}: ${words(action)}`),
    `- ${finding.spec.map(({ document, clause }) => words(`${document}, ${clause}`)).join('; ')}`,
    '',
  ];
}

function claimTable({ claims, verified, assertion }: ReportedMessage): string[] {
  const rows = Object.entries(claims);
  const nameId = assertion?.subject?.nameId;
  if (rows.length === 0 && nameId === undefined) return [];
  return [
    verified ? '## Claims' : '## Claims (NOT verified: under no trusted signature)',
    '',
    '| claim | values |',
    '|---|---|',
    ...(nameId === undefined ? [] : [`| NameID | ${code(nameId)} |`]),
    ...rows.map(([name, values]) => `| ${code(name)} | ${values.map(code).join(', ')} |`),
    '',
  ];
}

function contractTable({ contract }: ReportedMessage): string[] {
  if (!contract) return [];
  return [
    `## Claim contract ${words(contract.name)}: ${countOfRules(contract)}`,
    '',
    '| | rule | expected | actual |',
    '|---|---|---|---|',
    ...contract.rules.map(
      (rule) =>
        `| ${rule.met ? 'met' : '**violated**'} | ${code(rule.path || 'claims are verified')}${rule.line === undefined ? '' : `, line ${rule.line}`} | ${code(rule.expected)} | ${code(rule.actual)} |`,
    ),
    '',
  ];
}

/** Prose: characters with a meaning in Markdown or HTML are escaped, line ends and control characters become spaces. */
function words(text: string): string {
  return inOneLine(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '&#64;')
    .replace(/[\\`*_{}[\]()+!|~]|^#/g, '\\$&')
    .replace(/(https?|www)([:.])/gi, '$1\u200B$2');
}

function inOneLine(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]+/g, ' ');
}

/** A value in a code span that it cannot leave. */
function code(text: string): string {
  const line = inOneLine(text).replace(/\|/g, '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(line) || line === '' ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Line ends and tabs stay. */
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

function fenced(text: string, language: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, text.replace(CONTROLS, '\uFFFD'), fence];
}
