import type { AnsweredLogin, Login } from '../logins/login.js';
import { reportedLogin } from '../report/reported-message.js';
import { textReport } from '../report/text.js';
import { type CliIo, wantsColor, widthOf } from './cli-io.js';
import { loginLine } from './login-line.js';

/** Prints one login: the record as JSON, or its report. */
export function showLogin(login: Login, asJson: boolean, io: CliIo): void {
  if (asJson) io.stdout.write(`${JSON.stringify(login, null, 2)}\n`);
  else if (login.state === 'pending') io.stdout.write(`${loginLine(login)}\nNo response has arrived yet.\n`);
  else
    io.stdout.write(
      textReport([reportedLogin(login)], { color: wantsColor(io, io.stdout), width: widthOf(io, io.stdout) }),
    );
}

/** An answer of the API is ours, but it came over a wire. */
export function isLogin(value: unknown): value is Login {
  const login = value as Partial<AnsweredLogin> | null | undefined;
  return typeof login === 'object' && login !== null && typeof login.id === 'string' && typeof login.state === 'string';
}
