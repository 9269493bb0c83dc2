import { HarnessError } from '../../errors.js';
import type { CliIo } from '../cli-io.js';
import type { JudgingFlags } from '../definitions/judging-flags.js';
import { EXIT } from '../exit-codes.js';
import { readSettings } from '../read-settings.js';
import { isRedacted, type ReportFlags, reporterOf, writeReport } from '../write-report.js';
import { findFiles } from './find-files.js';
import type { JudgedFile } from './judge-file.js';
import { judgeFiles } from './judge-files.js';
import { createProgress } from './progress.js';

/** Judges every response in every file, and says in the end what came of them. node-saml is not asked: it would take most of the time. */
export async function diagnoseMany(
  given: readonly string[],
  flags: JudgingFlags & ReportFlags,
  io: CliIo,
): Promise<number> {
  const settings = { ...(await readSettings(flags, io)), secondOpinion: false };
  const files = await findFiles(given, io);
  const isBrief = reporterOf(flags) === 'text' && !isRedacted(flags);
  const order = { settings, cwd: io.cwd, now: io.clock.now().getTime(), isBrief };
  const names = files.map(({ name }) => name);
  const judged = await judgeFiles(names, order, io.stdin, createProgress(io, files.length, 'files'));
  const reports = judged.flatMap((file) => file.reports);
  if (reports.length === 0) throw nothingJudged(judged);
  await writeReport(reports, flags, io, true);
  const skipped = judged.filter(({ problem }) => problem !== undefined);
  listSkipped(skipped, io);
  const isNamed = new Set(files.filter((file) => file.isNamed).map(({ name }) => name));
  const isHealthy =
    reports.every(({ diagnosis }) => diagnosis.accepted) && !skipped.some(({ name }) => isNamed.has(name));
  return isHealthy ? EXIT.healthy : EXIT.findings;
}

const SHOWN = 20;

function listSkipped(skipped: readonly JudgedFile[], io: CliIo): void {
  if (skipped.length === 0) return;
  io.stderr.write(`Not judged: ${skipped.length} ${skipped.length === 1 ? 'file' : 'files'}.\n`);
  for (const { problem } of skipped.slice(0, SHOWN)) io.stderr.write(`  ${problem}\n`);
  if (skipped.length > SHOWN) io.stderr.write(`  and ${skipped.length - SHOWN} more\n`);
}

function nothingJudged([first]: readonly JudgedFile[]): HarnessError {
  return new HarnessError(
    'NOT_A_MESSAGE',
    first?.problem ?? 'There are no files in it.',
    'Give files that hold responses, or a folder of them.',
  );
}
