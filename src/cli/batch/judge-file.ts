import { HarnessError } from '../../errors.js';
import { importMessages } from '../../import/import-messages.js';
import type { ReportedMessage } from '../../report/reported-message.js';
import type { CliIo } from '../cli-io.js';
import { judgeImported, messagesToJudge } from '../judge-imported.js';
import { readInput } from '../read-input.js';
import type { JudgingSettings } from '../read-settings.js';

/** What came of one file of many; what is wrong with the file itself stops no other. */
export interface JudgedFile {
  readonly name: string;
  readonly reports: readonly ReportedMessage[];
  /** Why nothing in it was judged. */
  readonly problem?: string;
}

/** What the judging of a file takes; can be handed to another thread. */
export interface BatchOrder {
  readonly settings: JudgingSettings;
  readonly cwd: string;
  /** One instant for all of them, Unix milliseconds. */
  readonly now: number;
  /** Only what a summary needs: of thousands of messages the rest does not fit into memory. */
  readonly isBrief: boolean;
}

export async function judgeFile(name: string, order: BatchOrder, stdin: CliIo['stdin']): Promise<JudgedFile> {
  const clock = { now: () => new Date(order.now) };
  try {
    const { bytes, name: source } = await readInput(name, { stdin, cwd: order.cwd, stderr: SILENT });
    const reports: ReportedMessage[] = [];
    for (const message of messagesToJudge(importMessages(bytes, source))) {
      const report = await judgeImported(message, order.settings, { clock });
      reports.push(order.isBrief ? brief(report) : report);
    }
    return { name, reports };
  } catch (error) {
    if (error instanceof HarnessError) return { name, reports: [], problem: error.message };
    throw error;
  }
}

function brief({ name, diagnosis }: ReportedMessage): ReportedMessage {
  const { accepted, rootCause, findings } = diagnosis;
  const matter = accepted ? [] : findings.filter(({ status }) => status !== 'pass' && status !== 'not-applicable');
  return { name, claims: {}, verified: false, diagnosis: { accepted, rootCause, findings: matter } };
}

const SILENT = { write: () => undefined };
