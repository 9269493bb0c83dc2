import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { createResponse } from '../../src/harness/create-response.js';
import { aResponse } from '../a-response.js';

const bin = 'dist/bundle/main.js';
const run = promisify(execFile);

(existsSync(bin) ? describe : describe.skip)('The built program (skipped before the first build)', () => {
  it('reads a pipe, answers on stdout and ends with the verdict', async () => {
    const running = run(process.execPath, [bin, 'diagnose', '-', '--json', '--no-second-opinion', '--at', 'issued']);
    running.child.stdin?.end(aResponse().base64);
    const failed = await running.then(
      () => undefined,
      (error: { code: number; stdout: string }) => error,
    );
    expect(failed?.code).toBe(1);
    expect(JSON.parse(failed?.stdout ?? '')).toMatchObject({ accepted: false, rootCause: null });
  });

  it('has a second opinion to give', async () => {
    const { samlResponse, identityProvider, serviceProvider } = await createResponse();
    const metadata = join(mkdtempSync(join(tmpdir(), 'bin-')), 'idp.xml');
    writeFileSync(metadata, identityProvider.metadata);
    const known = ['--idp-metadata', metadata, '--entity-id', serviceProvider.entityId];
    const running = run(process.execPath, [bin, 'diagnose', '-', '--json', ...known]);
    running.child.stdin?.end(samlResponse);
    const { stdout } = await running;
    rmSync(dirname(metadata), { recursive: true });
    expect(JSON.parse(stdout).secondOpinion).toEqual({ library: '@node-saml/passport-saml', accepted: true });
  });

  it('says its version', async () => {
    expect((await run(process.execPath, [bin, '--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('judges a folder of many files on several threads as on one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'many-'));
    const { base64 } = aResponse();
    for (let number = 100; number < 230; number++) writeFileSync(join(folder, `${number}.b64`), base64);
    const running = run(process.execPath, [bin, 'diagnose', folder, '--at', 'issued']);
    const { code, stdout } = await running.then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ ...error, stderr: '' }),
    );
    rmSync(folder, { recursive: true });
    expect(code).toBe(1);
    expect(stdout).toContain('130 messages: 0 accepted, 130 not accepted.\n  130  something could not be checked');
    const named = stdout
      .split('\n')
      .slice(0, 130)
      .map((line: string) => line.replace(/^.*[\\/](\d+)\.b64: .*$/, '$1'));
    expect(named).toEqual(Array.from({ length: 130 }, (_, at) => String(at + 100)));
  });

  it('does not break when nobody reads on', async () => {
    const { stdout, stderr } = await run('sh', ['-c', `"${process.execPath}" ${bin} explain | head -n 1`]);
    expect([stdout.split('\n').length, stderr]).toEqual([2, '']);
  });
});
