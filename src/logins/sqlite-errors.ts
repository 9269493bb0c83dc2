import { HarnessError } from '../errors.js';
import type { ExplainStoreError } from './explain-store.js';

const DAMAGED = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];

/** What an error of SQLite means and what to do, by its result code (sqlite.org/rescode.html). */
export function explainSqlite(path: string): ExplainStoreError {
  return (error) => {
    const code = String(error.code ?? '');
    const [message, remedy] = wordsFor(path, code, error.message);
    return new HarnessError('STORE_UNUSABLE', message, remedy, { cause: error });
  };
}

function wordsFor(path: string, code: string, said: string): readonly [message: string, remedy: string] {
  if (DAMAGED.some((each) => code.startsWith(each))) {
    return [
      `The file of logins ${path} is damaged, or is no SQLite database: ${said}.`,
      'Move it away, with the files of its name that end in -wal and -shm, and start again: a new one is made. It was left as it is.',
    ];
  }
  if (code.startsWith('SQLITE_FULL')) {
    return [
      `There is no space left for the file of logins ${path}: ${said}.`,
      'Make space on that disk; logins are taken again as soon as there is some, without a restart.',
    ];
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return [
      `The file of logins ${path} cannot be read or written: ${said}.`,
      'See whether the disk is full, a file size limit is reached, or the disk fails; logins are taken again as soon as it works.',
    ];
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return [
      `The file of logins ${path} is locked: ${said}.`,
      'See which other program has it open; two harnesses need a folder each (--data-dir).',
    ];
  }
  return [
    `The file of logins ${path} cannot be used: ${said}.`,
    'Give a folder you may write to with --data-dir, or --store memory.',
  ];
}
