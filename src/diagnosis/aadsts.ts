/** Entra ID's error numbers, found in whatever people paste: status messages, error pages, URLs, bare numbers. */

import { AADSTS, type AadstsEntry } from './aadsts-table.js';
import { remedy } from './remedy.js';
import { count } from './show.js';

export interface FoundAadsts {
  /** The most telling number of those found. */
  readonly number: number;
  /** `AADSTS75011`. */
  readonly code: string;
  /** Absent for a number that is not in the table. */
  readonly entry?: AadstsEntry;
  /** Every number found, in order, each once. */
  readonly numbers: readonly number[];
}

const PATTERNS = [
  /AADSTS\s*:?\s*(\d{4,8})/gi,
  /login\.microsoftonline\.com\/error\?code=(\d{4,8})/gi,
  /["']?(?:[is]ErrorCode|error_?codes?)["']?\s*[:=]\s*[["']*(\d{4,8})/gi,
];
const LONGEST = 200_000;

/** Finds AADSTS numbers in a text. Matched on the number only: Microsoft says that the words change. */
export function findAadsts(text: string): FoundAadsts | undefined {
  const searched = text.slice(0, LONGEST);
  const bare = /^\s*(\d{5,8})\s*$/.exec(searched);
  const matches = bare ? [bare] : PATTERNS.flatMap((pattern) => [...searched.matchAll(pattern)]);
  const numbers = [...new Set(matches.sort((a, b) => a.index - b.index).map((match) => Number(match[1])))];
  const [first] = numbers;
  if (first === undefined) return undefined;
  const number =
    numbers.find((one) => AADSTS.has(one) && !AADSTS.get(one)?.wrapper) ??
    numbers.find((one) => AADSTS.has(one)) ??
    first;
  const entry = AADSTS.get(number);
  return { number, code: `AADSTS${number}`, numbers, ...(entry && { entry }) };
}

/** The long form of one number, for `explain`. A number that is not in the table gets a pointer to Microsoft's own page. */
export function explainAadsts(asked: number | string): string {
  const number = typeof asked === 'number' ? asked : (findAadsts(asked)?.number ?? Number.NaN);
  const entry = AADSTS.get(number);
  if (!entry) return unknownNumber(number);
  const lines = [
    `AADSTS${number}${entry.name ? `  ${entry.name}` : ''}`,
    '',
    `Cause   ${entry.cause}`,
    `Fix     ${entry.fix}`,
  ];
  const where =
    entry.remedy &&
    remedy(entry.remedy, undefined, {
      actual: 'what the request sends',
      expected: 'what is registered',
      skew: '3 min',
    });
  lines.push(`Who     ${entry.who}`);
  if (where) lines.push(`Where   ${where.where}`);
  lines.push('', `More    https://login.microsoftonline.com/error?code=${number}`);
  lines.push(
    'This is an error of Entra ID: it is shown on a page there, and the user does not come back to the service provider.',
  );
  return lines.join('\n');
}

function unknownNumber(number: number): string {
  if (Number.isNaN(number)) return 'No AADSTS number was found in that.';
  return [
    `AADSTS${number} is not among the ${count(AADSTS.size, 'number')} this program explains.`,
    `Microsoft explains it at https://login.microsoftonline.com/error?code=${number}`,
  ].join('\n');
}
