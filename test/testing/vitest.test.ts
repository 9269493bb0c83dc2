/** The matchers in vitest, in a process of its own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Results {
  readonly testResults: readonly {
    readonly assertionResults: readonly { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

const folder = mkdtempSync(join(tmpdir(), 'vitest-'));
let results: Results['testResults'][number]['assertionResults'];
beforeAll(async () => {
  const file = join(folder, 'results.json');
  const said = await runVitest(file);
  try {
    results = (JSON.parse(readFileSync(file, 'utf8')) as Results).testResults.flatMap((r) => r.assertionResults);
  } catch {
    throw new Error(`vitest wrote no results:\n${said}`);
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function runVitest(outputFile: string): Promise<string> {
  const root = resolve('test/testing/in-vitest');
  const argv = ['run', '--root', root, '--reporter=json', `--outputFile=${outputFile}`, '--maxWorkers=1'];
  const { NODE_OPTIONS: _options, JEST_WORKER_ID: _id, ...env } = process.env;
  return new Promise((done) => {
    execFile(
      process.execPath,
      [resolve('node_modules/vitest/vitest.mjs'), ...argv],
      { env: { ...env, CI: '1', NO_COLOR: '1' }, cwd: root },
      (_error, stdout, stderr) => done(stdout + stderr),
    );
  });
}

const failureOf = (name: string) => results.find(({ fullName }) => fullName === name)?.failureMessages.join('\n') ?? '';

describe('In vitest', () => {
  it('every matcher holds where it must, and with .not', () => {
    expect(results.filter(({ fullName }) => fullName.startsWith('holds'))).toMatchObject([
      { status: 'passed' },
      { status: 'passed' },
    ]);
  });

  it('a refused login fails toBeAccepted with the finding, expected, actual and remedy', () => {
    const text = failureOf('fails refused');
    expect(text).toContain(
      'Expected the login to be accepted, but it was refused:\n  audience-matches (fail): The assertion is for',
    );
    expect(text).toMatch(
      / {4}expected {2}http:\/\/localhost:\d+\/sso\/C46A75\n {4}actual {4}https:\/\/sp\.example\.com\//,
    );
    expect(text).toContain('    remedy    IdP administrator: ');
  });

  it('an accepted login fails .not.toBeAccepted', () => {
    expect(failureOf('fails accepted')).toContain('Expected the login to be refused, but every error check passed.');
  });

  it('a broken contract is listed term by term', () => {
    expect(failureOf('fails contract')).toContain('claims.groups: The claim groups is missing.');
  });

  it('a snapshot is written by the serializer', () => {
    expect(results.find(({ fullName }) => fullName === 'fails snapshot')?.status).toBe('failed');
    expect(failureOf('fails snapshot')).toContain('Snapshot');
  });
});
