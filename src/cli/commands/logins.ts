import { HarnessError } from '../../errors.js';
import type { LoginPage } from '../../logins/login-store.js';
import type { CliIo } from '../cli-io.js';
import { EXIT } from '../exit-codes.js';
import { loginLine } from '../login-line.js';
import { isLogin, type LoginReportFlags, reportLogin } from '../login-report.js';
import { askHarness, type HarnessFlags } from '../running-harness.js';

export interface LoginsFlags extends HarnessFlags, LoginReportFlags {
  readonly json?: boolean;
  readonly accepted?: boolean;
  readonly refused?: boolean;
  readonly failed?: string;
  readonly nameId?: string;
  readonly limit: number;
}

export async function logins(id: string | undefined, flags: LoginsFlags, io: CliIo): Promise<number> {
  if (id !== undefined) return one(id, flags, io);
  if (flags.record !== undefined || flags.output !== undefined || !['text', 'json'].includes(flags.reporter)) {
    throw new HarnessError(
      'ARGUMENT_MISSING',
      'Only one login can be reported or recorded, and none was named.',
      'Give its id, or "latest".',
    );
  }
  return list(flags, io);
}

async function one(id: string, flags: LoginsFlags, io: CliIo): Promise<number> {
  const login = await askHarness(`/logins/${encodeURIComponent(id)}`, flags, io);
  if (!isLogin(login))
    throw new HarnessError('LOGIN_UNKNOWN', 'The harness answered with no login.', 'saml-rehearsal logins lists them.');
  await reportLogin(login, flags, io);
  return EXIT.healthy;
}

async function list(flags: LoginsFlags, io: CliIo): Promise<number> {
  const query = new URLSearchParams({ limit: String(flags.limit) });
  if (flags.accepted !== flags.refused) query.set('accepted', String(flags.accepted === true));
  if (flags.failed !== undefined) query.set('failed', flags.failed);
  if (flags.nameId !== undefined) query.set('nameId', flags.nameId);
  const page = (await askHarness(`/logins?${query}`, flags, io)) as LoginPage;
  const asJson = flags.json === true || flags.reporter === 'json';
  if (asJson) io.stdout.write(`${JSON.stringify(page, null, 2)}\n`);
  else for (const login of page.logins) io.stdout.write(`${login.id}  ${loginLine(login)}\n`);
  if (!asJson && page.logins.length === 0) io.stderr.write('No logins.\n');
  if (!asJson && page.next !== undefined) io.stderr.write(`There are more; --limit shows them.\n`);
  return EXIT.healthy;
}
