import { createSecondOpinion } from '../../sp/second-opinion.js';
import type { CliIo } from '../cli-io.js';
import type { JudgingFlags } from '../definitions/judging-flags.js';
import type { ReportFlags } from '../write-report.js';

/** Judges every response in the input. */
export async function diagnose(
  given: readonly string[],
  flags: JudgingFlags & ReportFlags,
  io: CliIo,
): Promise<number> {
  const [only = '-', ...more] = given;
  if (more.length > 0 || (await isFolder(only, io))) {
    const { diagnoseMany } = await import('../batch/diagnose-many.js');
    return diagnoseMany(given, flags, io);
  }
  const opinions = flags.secondOpinion ? createSecondOpinion() : undefined;
  // node-saml takes as long to load as all that is needed here: at the same time.
  opinions?.prepare();
  try {
    const { diagnoseOne } = await import('../diagnose-one.js');
    return await diagnoseOne(only, flags, io, opinions);
  } finally {
    await opinions?.close();
  }
}

async function isFolder(name: string, io: CliIo): Promise<boolean> {
  if (name === '-') return false;
  const { stat } = await import('node:fs/promises');
  const { resolve } = await import('node:path');
  return (await stat(resolve(io.cwd, name)).catch(() => undefined))?.isDirectory() ?? false;
}
