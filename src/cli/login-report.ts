/** A login of a running harness, in every form a message from a file can be reported in. */

import type { AnsweredLogin, Login } from '../logins/login.js';
import { writeLoginRecord } from '../logins/login-record.js';
import type { CliIo } from './cli-io.js';
import { loginLine } from './login-line.js';
import { writeAnswer, writeTo } from './write-answer.js';
import { type ReportFlags, writeReport } from './write-report.js';

export interface LoginReportFlags extends ReportFlags {
  /** File for the record of the login, to be replayed later. */
  readonly record?: string;
}

/** `json` is the login itself, every other reporter its report. */
export async function reportLogin(login: Login, flags: LoginReportFlags, io: CliIo): Promise<void> {
  if (flags.record !== undefined) await writeTo(flags.record, writeLoginRecord(login), io);
  const isJson = flags.json === true || flags.reporter === 'json';
  if (login.state === 'answered' && (!isJson || flags.redact === true)) {
    const { reportedLogin } = await import('../report/reported-message.js');
    await writeReport([reportedLogin(login)], { ...flags, reporter: isJson ? 'json' : flags.reporter }, io);
    return;
  }
  const text = isJson ? `${JSON.stringify(login, null, 2)}\n` : `${loginLine(login)}\nNo response has arrived yet.\n`;
  await writeAnswer(text, flags.output, io);
}

/** An answer of the API is ours, but it came over a wire. */
export function isLogin(value: unknown): value is Login {
  const login = value as Partial<AnsweredLogin> | null | undefined;
  return typeof login === 'object' && login !== null && typeof login.id === 'string' && typeof login.state === 'string';
}
