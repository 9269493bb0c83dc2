import type { Diagnosis } from '../../diagnosis/check.js';
import { HarnessError } from '../../errors.js';
import { importMessages } from '../../import/import-messages.js';
import { asLoginRecord } from '../../logins/login-record.js';
import { differenceBetween, keepRecorded } from '../../logins/replay-login.js';
import type { ReportedMessage } from '../../report/reported-message.js';
import type { CliIo } from '../cli-io.js';
import type { JudgingFlags } from '../definitions/judging-flags.js';
import { EXIT } from '../exit-codes.js';
import { judgeImported } from '../judge-imported.js';
import { readInput } from '../read-input.js';
import { readSettings } from '../read-settings.js';
import { type ReportFlags, writeReport } from '../write-report.js';

/** Judges every record again and says where the verdict is another one than recorded. */
export async function replay(file: string, flags: JudgingFlags & ReportFlags, io: CliIo): Promise<number> {
  const settings = await readSettings(flags, io);
  const { bytes, name } = await readInput(file, io);
  const recorded = importMessages(bytes, name).filter(({ record }) => record !== undefined);
  if (recorded.length === 0) {
    throw new HarnessError(
      'NOT_A_RECORD',
      `${name} holds no answered login record.`,
      'Write one with saml-rehearsal logins <id> --record <file>; for any other message use diagnose.',
    );
  }
  const reports: ReportedMessage[] = [];
  for (const message of recorded) {
    const report = await judgeImported(message, settings, io);
    const { diagnosis: recorded, contract } = asLoginRecord(message.record);
    const diagnosis = keepRecorded(report.diagnosis, recorded);
    const notes = [...(report.notes ?? []), ...change(recorded, diagnosis)];
    reports.push({ ...(contract && { contract }), ...report, diagnosis, notes });
  }
  await writeReport(reports, flags, io);
  return reports.every(({ diagnosis }) => diagnosis.accepted) ? EXIT.healthy : EXIT.findings;
}

function change(recorded: Diagnosis, now: Diagnosis): string[] {
  const [was, is] = [verdict(recorded), verdict(now)];
  const kept =
    'What only a running harness knows (its requests, assertions seen before, its directory) stays as it was recorded.';
  const difference = differenceBetween(recorded, now);
  const head =
    was === is ? `The verdict is as recorded: ${is}.` : `The verdict has changed: it was ${was}, it is ${is}.`;
  return [`${head} ${kept}`, ...(difference === '' ? [] : [`Against the record:\n${difference}`])];
}

function verdict({ accepted, rootCause }: Diagnosis): string {
  return accepted ? 'accepted' : `refused${rootCause === null ? '' : ` (${rootCause})`}`;
}
