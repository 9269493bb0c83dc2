import { importMessages } from '../../import/import-messages.js';
import type { ReportedMessage } from '../../report/reported-message.js';
import type { CliIo } from '../cli-io.js';
import type { JudgingFlags } from '../definitions/judging-flags.js';
import { EXIT } from '../exit-codes.js';
import { judgeImported, messagesToJudge } from '../judge-imported.js';
import { listOthers } from '../list-others.js';
import { readInput } from '../read-input.js';
import { readSettings } from '../read-settings.js';
import { type ReportFlags, writeReport } from '../write-report.js';

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
  const settings = await readSettings(flags, io);
  const { bytes, name } = await readInput(only, io);
  const messages = importMessages(bytes, name);
  const judged = messagesToJudge(messages);
  const reports: ReportedMessage[] = [];
  for (const message of judged) reports.push(await judgeImported(message, settings, io));
  await writeReport(reports, flags, io);
  listOthers(messages, judged, io);
  return reports.every(({ diagnosis }) => diagnosis.accepted) ? EXIT.healthy : EXIT.findings;
}

async function isFolder(name: string, io: CliIo): Promise<boolean> {
  if (name === '-') return false;
  const { stat } = await import('node:fs/promises');
  const { resolve } = await import('node:path');
  return (await stat(resolve(io.cwd, name)).catch(() => undefined))?.isDirectory() ?? false;
}
