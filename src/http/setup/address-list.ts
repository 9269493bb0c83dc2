import { HarnessError } from '../../errors.js';
import type { Address } from '../../sp/directory.js';

const COLUMNS = ['email', 'globalname', 'roles'] as const;
const MAX_ROWS = 5_000;

/**
 * Addresses from a CSV text: `email,global name,roles`, with or without that first line, roles separated by `;`.
 *
 * @throws HarnessError `CSV_INVALID` that names every line which holds no address.
 */
export function readAddressList(text: string): Address[] {
  const rows = text.split(/\r?\n/).map(cells);
  const [first = []] = rows;
  const hasHead = COLUMNS.some((name) => first.map(folded).includes(name));
  const body = rows.slice(hasHead ? 1 : 0);
  const numbered = body
    .map((row, index) => ({ row, line: index + (hasHead ? 2 : 1) }))
    .filter(({ row }) => row.some((cell) => cell !== ''));
  const bad = numbered.filter(({ row }) => !/^[^@\s]+@[^@\s]+$/.test(row[0] ?? ''));
  if (bad.length > 0 || numbered.length === 0 || numbered.length > MAX_ROWS) {
    throw new HarnessError(
      'CSV_INVALID',
      numbered.length === 0
        ? 'There is no address in it.'
        : numbered.length > MAX_ROWS
          ? `There are more than ${MAX_ROWS} lines.`
          : `These lines do not begin with an email address: ${bad
              .slice(0, 10)
              .map(({ line }) => line)
              .join(', ')}.`,
      'Give one address per line: email, global name, roles separated by semicolons.',
    );
  }
  return numbered.map(({ row: [email = '', globalName = '', roles = ''] }) => ({
    email,
    globalName,
    roles: roles
      .split(';')
      .map((role) => role.trim())
      .filter((role) => role !== ''),
  }));
}

const folded = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/^emailaddress$/, 'email');

/** One line of RFC 4180: quotes around a cell, doubled inside it. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')).trim(),
  );
}
