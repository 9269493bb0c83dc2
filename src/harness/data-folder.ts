import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HarnessError } from '../errors.js';
import { makeFolder } from '../logins/make-folder.js';

/**
 * Makes the data folder and sees that something can be kept in it: better at the start than at the first login.
 *
 * @throws HarnessError `DATA_DIR_UNUSABLE`.
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  const trial = join(folder, `.trial-${process.pid}`);
  try {
    await makeFolder(folder);
    if (!(await stat(folder)).isDirectory()) throw new Error('it is a file, not a folder');
    await writeFile(trial, 'x', { mode: 0o600 });
    await rm(trial);
  } catch (cause) {
    await rm(trial, { force: true }).catch(() => undefined);
    throw new HarnessError(
      'DATA_DIR_UNUSABLE',
      `Nothing can be kept in the data folder ${folder}: ${(cause as Error).message}`,
      'Give a folder you may write to, on a disk with space, with --data-dir.',
      { cause },
    );
  }
}

/**
 * The text of a file in the data folder; undefined when there is none.
 *
 * @throws HarnessError `DATA_DIR_UNUSABLE` when there is one that cannot be read: what it holds must not be replaced by defaults.
 */
export function readKept(file: string): string | undefined {
  try {
    // At every login somebody asks for a key that is rarely there: an error would cost more than all else of it.
    if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new HarnessError(
      'DATA_DIR_UNUSABLE',
      `The file ${file} cannot be read: ${(cause as Error).message}`,
      'Let the user who runs the harness read it, or move it away to begin anew.',
      { cause },
    );
  }
}

/**
 * Writes a file in the data folder, for its owner only, whole or not at all: a crash or a full disk leaves the one before.
 *
 * @throws HarnessError `DATA_DIR_UNUSABLE`.
 */
export function writeKept(file: string, text: string): void {
  const fresh = `${file}.${process.pid}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(fresh, text, { mode: 0o600 });
    synchronize(fresh);
    renameSync(fresh, file);
  } catch (cause) {
    discard(fresh);
    throw new HarnessError(
      'DATA_DIR_UNUSABLE',
      `The file ${file} cannot be written, so a change holds only until the harness stops: ${(cause as Error).message}`,
      'Make space, or give a folder you may write to with --data-dir; then make the change again.',
      { cause },
    );
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where nothing could be written, nothing is left.
  }
}

/** A name must not point to bytes that are not on the disk yet. */
function synchronize(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
