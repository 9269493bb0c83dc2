import { HarnessError } from '../errors.js';
import type { ExplainStoreError } from './explain-store.js';

/** What an error of SQLite means and what to do, by its result code (sqlite.org/rescode.html). */
export function explainSqlite(path: string): ExplainStoreError {
  return (cause) => {
    const code = String(cause.code ?? '');
    const [, explain] = BY_CODE.find(([pattern]) => pattern.test(code)) ?? [];
    return (explain ?? unusable)(path, cause);
  };
}

type Explain = (path: string, cause: Error) => HarnessError;

const damaged: Explain = (path, cause) =>
  new HarnessError(
    'STORE_UNUSABLE',
    `The file of logins ${path} is damaged, or is no SQLite database: ${cause.message}.`,
    'Move it away, with the files of its name that end in -wal and -shm, and start again: a new one is made. It was left as it is.',
    { cause },
  );

const full: Explain = (path, cause) =>
  new HarnessError(
    'STORE_UNUSABLE',
    `There is no space left for the file of logins ${path}: ${cause.message}.`,
    'Make space on that disk; logins are taken again as soon as there is some, without a restart.',
    { cause },
  );

const unwritable: Explain = (path, cause) =>
  new HarnessError(
    'STORE_UNUSABLE',
    `The file of logins ${path} cannot be read or written: ${cause.message}.`,
    'See whether the disk is full, a limit of file sizes is reached, or the disk fails; logins are taken again as soon as it works.',
    { cause },
  );

const locked: Explain = (path, cause) =>
  new HarnessError(
    'STORE_UNUSABLE',
    `The file of logins ${path} is locked: ${cause.message}.`,
    'See which other program has it open; two harnesses need a folder each (--data-dir).',
    { cause },
  );

const unusable: Explain = (path, cause) =>
  new HarnessError(
    'STORE_UNUSABLE',
    `The file of logins ${path} cannot be used: ${cause.message}.`,
    'Give a folder you may write to with --data-dir, or another store with --store; the file is left as it is.',
    { cause },
  );

const BY_CODE: readonly [RegExp, Explain][] = [
  [/^SQLITE_(CORRUPT|NOTADB)/, damaged],
  [/^SQLITE_FULL/, full],
  [/^SQLITE_IOERR/, unwritable],
  [/^SQLITE_(BUSY|LOCKED)/, locked],
];
