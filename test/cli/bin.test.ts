import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
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

  it('is quick to say its version', async () => {
    expect((await run(process.execPath, [bin, '--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('does not break when nobody reads on', async () => {
    const { stderr } = await run('sh', ['-c', `"${process.execPath}" ${bin} explain | head -n 1`]);
    expect(stderr).toBe('');
  });
});
