import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HarnessError } from '../errors.js';
import type { CliIo } from './cli-io.js';

/** The answer of a command: to the file that `--output` names, else to stdout. @throws HarnessError `FILE_UNWRITABLE`. */
export async function writeAnswer(text: string, output: string | undefined, io: CliIo): Promise<void> {
  if (output === undefined) io.stdout.write(text);
  else await writeTo(output, text, io);
}

/** @throws HarnessError `FILE_UNWRITABLE`. */
export async function writeTo(file: string, text: string, io: CliIo): Promise<void> {
  try {
    await writeFile(resolve(io.cwd, file), text);
  } catch (error) {
    throw new HarnessError(
      'FILE_UNWRITABLE',
      `${file} cannot be written: ${(error as Error).message}.`,
      'Give a file in a folder that exists and that you may write to.',
      { cause: error },
    );
  }
  io.stderr.write(`Written to ${file}.\n`);
}
