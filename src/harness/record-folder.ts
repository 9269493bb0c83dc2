import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HarnessError } from '../errors.js';
import type { AnsweredLogin } from '../logins/login.js';
import { writeLoginRecord } from '../logins/login-record.js';

/**
 * Where the record of every answered login goes, a file `<id>.json` each, which only its owner may read: it holds claims.
 *
 * @throws HarnessError `RECORD_UNWRITABLE` when there can be no such folder.
 */
export async function recordFolder(folder: string): Promise<(login: AnsweredLogin) => Promise<void>> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new HarnessError(
      'RECORD_UNWRITABLE',
      `Login records cannot be written to ${folder}: ${(cause as Error).message}`,
      'Give a folder that you may write to with --record.',
      { cause },
    );
  }
  return (login) => writeFile(join(folder, `${login.id}.json`), writeLoginRecord(login), { mode: 0o600 });
}
