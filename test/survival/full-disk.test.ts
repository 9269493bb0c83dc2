/** A disk that is full for a while: here a limit of file sizes that is set on the running process, and lifted again. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allLogins, goodResponse, type Program, post, startProgram } from './a-program.js';

// prlimit is part of util-linux; other systems have nothing like it for a process that runs already.
(process.platform === 'linux' ? describe : describe.skip)('While nothing can be written (Linux)', () => {
  let folder = '';
  let program: Program;
  let answer: Response;
  let kept: Awaited<ReturnType<typeof goodResponse>>;
  let later: Awaited<ReturnType<typeof goodResponse>>;
  const limit = (bytes: number | 'unlimited') =>
    execFileSync('prlimit', ['--pid', String(program.child.pid), `--fsize=${bytes}:`]);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'full-'));
    program = await startProgram(folder);
    kept = await goodResponse();
    later = await goodResponse();
    await post(program.url, kept.samlResponse);
    limit(1);
    answer = await post(program.url, later.samlResponse);
  });
  afterAll(async () => {
    program.child.kill('SIGTERM');
    await program.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('a login is not acknowledged: the browser is told to send it again, and the administrator what to do', async () => {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    const page = await answer.text();
    expect(page).toContain('Logins cannot be stored right now, so nothing was taken.');
    expect(page).toContain('See whether the disk is full');
    expect(page).not.toContain(folder);
  });

  it('no login is begun either, and the API says the same with its code', async () => {
    const begun = await fetch(`${program.url}/login/saml?email=B.Simon@contoso.com`);
    expect([begun.status, begun.headers.get('retry-after')]).toEqual([503, '5']);
    const forgotten = await fetch(`${program.url}/api/v1/logins`, { method: 'DELETE' });
    expect([forgotten.status, forgotten.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await forgotten.json()).toMatchObject({
      error: { code: 'STORE_UNUSABLE', message: expect.stringContaining(join(folder, 'data', 'logins.db')) },
    });
  });

  it('what was kept before can be read, and the process lives', async () => {
    expect((await allLogins(program.url)).map(({ accepted }) => accepted)).toEqual([true]);
    expect(await (await fetch(`${program.url}/livez`)).text()).toBe('alive\n');
  });

  it('and as soon as there is space, the same response is accepted, without a restart', async () => {
    limit('unlimited');
    expect((await post(program.url, later.samlResponse)).status).toBe(302);
    expect((await allLogins(program.url)).map(({ accepted }) => accepted)).toEqual([true, true]);
    expect((await post(program.url, kept.samlResponse)).status).toBe(403);
  });
});
