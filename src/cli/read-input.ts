import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { HarnessError } from '../errors.js';
import type { CliIo } from './cli-io.js';

const MAX_BYTES = 256 * 1024 * 1024;

export interface Input {
  readonly bytes: Uint8Array;
  /** What to call it. */
  readonly name: string;
}

/**
 * A file, stdin (`-`), or a message given as a URL on the command line.
 *
 * @throws HarnessError `FILE_MISSING`, `FILE_UNREADABLE`, `FILE_TOO_LARGE`
 */
export async function readInput(file: string, io: Pick<CliIo, 'stdin' | 'stderr' | 'cwd'>): Promise<Input> {
  if (file === '-') return { bytes: await readStdin(io), name: 'stdin' };
  if (/^https?:\/\/.*[?&]SAML(Request|Response)=/s.test(file)) return { bytes: Buffer.from(file), name: 'url' };
  return { bytes: await readBytes(file, io), name: file };
}

/** @throws HarnessError `FILE_MISSING`, `FILE_UNREADABLE`, `FILE_TOO_LARGE` */
export async function readBytes(file: string, io: Pick<CliIo, 'cwd'>): Promise<Uint8Array> {
  const path = resolve(io.cwd, file);
  try {
    // Of a small file, waiting for other threads to ask the system takes longer than everything else.
    const { size } = statSync(path);
    if (size > MAX_BYTES) throw tooLarge(file);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof HarnessError) throw error;
    throw unreadable(file, path, error as NodeJS.ErrnoException);
  }
}

async function readStdin(io: Pick<CliIo, 'stdin' | 'stderr'>): Promise<Uint8Array> {
  if (io.stdin.isTTY) io.stderr.write('Paste the message, then end with Ctrl-D (Ctrl-Z and Enter on Windows).\n');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of io.stdin) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > MAX_BYTES) throw tooLarge('stdin');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function unreadable(file: string, path: string, error: NodeJS.ErrnoException): HarnessError {
  if (error.code === 'ENOENT') {
    const hint = path === file ? '' : ` (looked for ${path})`;
    return new HarnessError(
      'FILE_MISSING',
      `There is no file ${file}${hint}.`,
      'Check the path, or give - and pipe the message in.',
      { cause: error },
    );
  }
  const why =
    error.code === 'EISDIR' ? 'it is a folder' : error.code === 'EACCES' ? 'you may not read it' : error.message;
  return new HarnessError(
    'FILE_UNREADABLE',
    `${file} cannot be read: ${why}.`,
    'Give a file that can be read, or - for stdin.',
    { cause: error },
  );
}

function tooLarge(name: string): HarnessError {
  return new HarnessError(
    'FILE_TOO_LARGE',
    `${basename(name)} is larger than ${MAX_BYTES / 1024 / 1024} MB.`,
    'Export only the login itself: clear the network log first, then sign in once.',
  );
}
