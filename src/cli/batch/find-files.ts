import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CliIo } from '../cli-io.js';

/** What to read, and whether somebody named it or it was found in a folder. */
export interface FoundFile {
  readonly name: string;
  readonly isNamed: boolean;
}

/** The files meant: each as it was given, a folder as the files under it, in the order of their names. Hidden files are left out. */
export async function findFiles(given: readonly string[], io: Pick<CliIo, 'cwd'>): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const name of given) {
    const isFolder = name !== '-' && (await stat(resolve(io.cwd, name)).catch(() => undefined))?.isDirectory();
    found.push(...(isFolder ? await filesIn(name, io.cwd) : [{ name, isNamed: true }]));
  }
  return found;
}

async function filesIn(folder: string, cwd: string): Promise<FoundFile[]> {
  const entries = await readdir(resolve(cwd, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, entry.parentPath.slice(resolve(cwd, folder).length), entry.name))
    .filter((name) => !/(^|[\\/])\.[^.\\/]/.test(name))
    .sort()
    .map((name) => ({ name, isNamed: false }));
}
