import { importMessages } from '../import/import-messages.js';
import type { ReportedMessage } from '../report/reported-message.js';
import type { SecondOpinionSource } from '../sp/second-opinion.js';
import type { CliIo } from './cli-io.js';
import type { JudgingFlags } from './definitions/judging-flags.js';
import { EXIT } from './exit-codes.js';
import { judgeImported, messagesToJudge } from './judge-imported.js';
import { listOthers } from './list-others.js';
import { readInput } from './read-input.js';
import { readSettings } from './read-settings.js';
import { type ReportFlags, writeReport } from './write-report.js';

/** Judges every response in one input. */
export async function diagnoseOne(
  input: string,
  flags: JudgingFlags & ReportFlags,
  io: CliIo,
  opinions: SecondOpinionSource | undefined,
): Promise<number> {
  const settings = await readSettings(flags, io);
  const { bytes, name } = await readInput(input, io);
  const messages = importMessages(bytes, name);
  const judged = messagesToJudge(messages);
  const reports: ReportedMessage[] = [];
  for (const message of judged) reports.push(await judgeImported(message, settings, io, opinions));
  await writeReport(reports, flags, io);
  listOthers(messages, judged, io);
  return reports.every(({ diagnosis }) => diagnosis.accepted) ? EXIT.healthy : EXIT.findings;
}
