import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, for its owner only; nothing when it is there.
 *
 * Step by step, because `mkdir` with `recursive` never returns where the system says that a folder is not there although its
 * parent is, as /proc does.
 *
 * @throws The system's error: `EACCES`, `EROFS`, `ENOTDIR`, `EEXIST` for a file of that name ...
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path, { mode: 0o700 }).catch((second: NodeJS.ErrnoException) => {
      if (second.code !== 'EEXIST') throw second;
    });
  }
}
