import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HarnessError } from '../errors.js';
import { importMessages } from '../import/import-messages.js';
import type { CliIo } from './cli-io.js';
import type { CheckedLogin, CheckFlags } from './commands/check.js';
import { judgeImported, messagesToJudge } from './judge-imported.js';
import { isLogin } from './login-report.js';
import { readInput } from './read-input.js';
import { readSettings } from './read-settings.js';
import { askHarness } from './running-harness.js';

/** A file, stdin or the id of a login at a running harness → logins to hold against a contract. */
export async function loginsToCheck(what: string, flags: CheckFlags, io: CliIo): Promise<CheckedLogin[]> {
  if (what !== '-' && !(await isFile(what, io)) && /^[\w-]{1,64}$/.test(what))
    return [await loginOfHarness(what, flags, io)];
  const { contract: _heldLater, ...judging } = flags;
  const settings = await readSettings({ ...judging, secondOpinion: false }, io);
  const { bytes, name } = await readInput(what, io);
  const checked: CheckedLogin[] = [];
  for (const message of messagesToJudge(importMessages(bytes, name))) {
    const report = await judgeImported(message, settings, io);
    checked.push({ ...report, accepted: report.diagnosis.accepted });
  }
  return checked;
}

async function loginOfHarness(id: string, flags: CheckFlags, io: CliIo): Promise<CheckedLogin> {
  const login = await askHarness(`/logins/${encodeURIComponent(id)}`, flags, io);
  if (isLogin(login) && login.state === 'answered') return { ...login, name: `login ${login.id}` };
  throw new HarnessError(
    'LOGIN_UNKNOWN',
    `Login ${id} has no response yet.`,
    'saml-rehearsal logins lists the answered ones.',
  );
}

async function isFile(what: string, io: CliIo): Promise<boolean> {
  return stat(resolve(io.cwd, what)).then(
    () => true,
    () => false,
  );
}
