import type { Renderer } from '../report/redact.js';
import type { ReportedMessage } from '../report/reported-message.js';
import { type CliIo, wantsColor, widthOf } from './cli-io.js';
import type { REPORTERS } from './definitions/report-flags.js';
import { packageVersion } from './program.js';
import { writeAnswer } from './write-answer.js';

type Reporter = (typeof REPORTERS)[number];

export interface ReportFlags {
  readonly reporter: Reporter;
  readonly output?: string;
  readonly json?: boolean;
  readonly redact?: boolean;
}

/** For one's own terminal and scripts; every other reporter is meant for others and redacted unless told not to. */
const OWN: readonly Reporter[] = ['text', 'json'];

export const reporterOf = ({ json, reporter }: ReportFlags): Reporter => (json ? 'json' : reporter);

export const isRedacted = (flags: ReportFlags): boolean => flags.redact ?? !OWN.includes(reporterOf(flags));

/** @param isSummedUp true when there are too many messages for a terminal: text is one line for each that was not accepted */
export async function writeReport(
  messages: readonly ReportedMessage[],
  flags: ReportFlags,
  io: CliIo,
  isSummedUp = false,
): Promise<void> {
  const render = await rendererFor(reporterOf(flags), flags, io, isSummedUp);
  const text = isRedacted(flags) ? await redacted(messages, render, io) : render(messages);
  await writeAnswer(text, flags.output, io);
  if (isRedacted(flags) && flags.redact === undefined)
    io.stderr.write(
      'Values are replaced by fingerprints, so that the report can be shared; --no-redact leaves them in.\n',
    );
}

async function redacted(messages: readonly ReportedMessage[], render: Renderer, io: CliIo): Promise<string> {
  const { renderRedacted } = await import('../report/redact.js');
  return renderRedacted(messages, render, io.random.bytes(32));
}

async function rendererFor(reporter: Reporter, flags: ReportFlags, io: CliIo, isSummedUp: boolean): Promise<Renderer> {
  switch (reporter) {
    case 'json':
      return (await import('../report/json.js')).jsonReport;
    case 'junit':
      return (await import('../report/junit.js')).junitReport;
    case 'markdown':
      return (await import('../report/markdown.js')).markdownReport;
    case 'html':
      return (await import('../report/html.js')).htmlReport;
    case 'github':
      return (await import('../report/github.js')).githubReport;
    case 'sarif': {
      const { sarifReport } = await import('../report/sarif.js');
      return (messages) => sarifReport(messages, packageVersion());
    }
    case 'text': {
      if (isSummedUp) return (await import('../report/summary.js')).summaryReport;
      const { textReport } = await import('../report/text.js');
      const color = flags.output === undefined && wantsColor(io, io.stdout);
      const width = widthOf(io, io.stdout);
      return (messages, receipt) => textReport(messages, { color, width }, receipt);
    }
  }
}
