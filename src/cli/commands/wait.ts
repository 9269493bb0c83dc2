import { HarnessError } from '../../errors.js';
import type { LoginPage } from '../../logins/login-store.js';
import type { CliIo } from '../cli-io.js';
import { EXIT } from '../exit-codes.js';
import { isLogin, type LoginReportFlags, reportLogin } from '../login-report.js';
import { askHarness, type HarnessFlags } from '../running-harness.js';

/** One request to the harness waits at most this long, so that proxies in between do not lose patience. */
const PIECE_SECONDS = 50;

export async function wait(
  flags: HarnessFlags & LoginReportFlags & { readonly timeout: number; readonly after?: string },
  io: CliIo,
): Promise<number> {
  const signal = io.stopSignal?.();
  const after = flags.after ?? (await newestLogin(flags, io));
  for (let left = flags.timeout; left > 0; left -= PIECE_SECONDS) {
    const query = new URLSearchParams({ timeout: String(Math.min(left, PIECE_SECONDS)), after });
    const login = await askHarness(`/logins/next?${query}`, flags, io, signal);
    if (!isLogin(login)) continue;
    await reportLogin(login, flags, io);
    return login.accepted ? EXIT.healthy : EXIT.findings;
  }
  throw new HarnessError(
    'NO_LOGIN',
    `No login came within ${flags.timeout} seconds.`,
    'Sign in while it waits, or give it longer with --timeout.',
  );
}

/** What comes between two requests began after this one, and so it is not missed; `0` is before all. */
async function newestLogin(flags: HarnessFlags, io: CliIo): Promise<string> {
  const { logins } = (await askHarness('/logins?limit=1', flags, io)) as LoginPage;
  return logins[0]?.id ?? '0';
}
