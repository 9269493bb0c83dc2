/** What holds for every command: exit codes, data on stdout and words on stderr, JSON, no colour unasked, reporters. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createProgram } from '../../src/cli/program.js';
import { runCli } from '../../src/cli/run-cli.js';
import { createHarness, type Harness } from '../../src/index.js';
import { entraMetadata } from '../entra-metadata.js';
import { blindApp, ENTITY_ID, type ServiceProviderUnderTest } from '../probe/service-providers.js';
import { validateJunit } from '../report/junit-schema.js';
import { type Around, inFolder, type Ran } from './command-line.js';
import { signInByHttp } from './sign-in-by-http.js';

const { run, path } = inFolder({
  'kept.yaml': 'claims: { surname: required }\n',
  'broken.yaml': 'claims:\n  surname: forbidden\n',
  'junk.xml': 'no message at all',
  'metadata.xml': entraMetadata(['idp']),
});

let harness: Harness;
let blind: ServiceProviderUnderTest;
let vendor: Server;
let vendorUrl: string;
let refused: string;
beforeAll(async () => {
  harness = await createHarness();
  await signInByHttp(harness.url);
  refused = (await harness.signIn({ faults: ['wrong-audience'] })).id;
  await signInByHttp(harness.url);
  await run(['logins', 'latest', '--url', harness.url, '--record', 'good.json']);
  await run(['logins', refused, '--url', harness.url, '--record', 'bad.json']);
  blind = await blindApp();
  // What a verbatim harness answers; to start one only for this would be slow.
  const verbatim = { hosts: ['eu-api.mimecast.com'], port: 7443, spkiFingerprint: 'AAAA' };
  vendor = createServer((_request, response) =>
    response.end(JSON.stringify({ signOnUrl: 'https://eu-api.mimecast.com/login/saml', verbatim })),
  );
  await new Promise<void>((done) => vendor.listen(0, '127.0.0.1', done));
  vendorUrl = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`;
});
afterAll(async () => {
  vendor.close();
  await Promise.all([harness.stop(), blind.stop()]);
});

const atHarness = () => ['--url', harness.url];
const probed = () => ['--acs', blind.acs, '--entity-id', ENTITY_ID, '--signed-in', blind.me];
const START = ['start', '--port', '0', '--entra-port', '0', '--store', 'memory'];

interface Row {
  readonly healthy: () => readonly string[];
  readonly findings?: () => readonly string[];
  /** A mistake in the use of it, and what is said first. */
  readonly misused: readonly [argv: readonly string[], words: string];
  /** Knows --reporter. */
  readonly reports?: true;
}

const COMMANDS: Record<string, Row> = {
  start: { healthy: () => START, misused: [['start', '--region', 'mars'], 'CONFIG_INVALID: '] },
  diagnose: {
    healthy: () => ['diagnose', 'good.json', '--no-second-opinion'],
    findings: () => ['diagnose', 'bad.json', '--no-second-opinion'],
    misused: [['diagnose', 'junk.xml', '--contract', 'none.yaml'], 'CONTRACT_UNREADABLE: There is no claim contract'],
    reports: true,
  },
  decode: { healthy: () => ['decode', 'bad.json'], misused: [['decode', 'junk.xml'], 'NOT_A_MESSAGE: '] },
  check: {
    healthy: () => ['check', 'good.json', '--contract', 'kept.yaml'],
    findings: () => ['check', 'good.json', '--contract', 'broken.yaml'],
    misused: [['check', 'good.json'], 'ARGUMENT_MISSING: No contract was given.'],
    reports: true,
  },
  explain: { healthy: () => ['explain', 'audience-matches'], misused: [['explain', 'x'], 'NOTHING_TO_EXPLAIN: '] },
  faults: { healthy: () => ['faults', 'audience'], misused: [['faults', '--all'], "USAGE: unknown option '--all'"] },
  preflight: {
    healthy: () => ['preflight', '--idp-metadata', 'metadata.xml', '--at', '2026-03-02'],
    findings: () => ['preflight', '--idp-metadata', 'metadata.xml', '--at', '2099-03-02'],
    misused: [['preflight'], 'ARGUMENT_MISSING: There is nothing to look over.'],
    reports: true,
  },
  logins: {
    healthy: () => ['logins', ...atHarness()],
    misused: [['logins', '--reporter', 'junit'], 'ARGUMENT_MISSING: Only one login can be reported'],
  },
  wait: {
    healthy: () => ['wait', ...atHarness(), '--after', refused],
    findings: () => ['wait', ...atHarness(), '--after', `${refused.slice(0, 9)}0`],
    misused: [['wait', '--timeout', 'soon'], "USAGE: option '--timeout <seconds>'"],
    reports: true,
  },
  replay: {
    healthy: () => ['replay', 'good.json', '--no-second-opinion'],
    findings: () => ['replay', 'bad.json', '--no-second-opinion'],
    misused: [['replay', 'metadata.xml'], 'NOT_A_RECORD: '],
    reports: true,
  },
  probe: {
    healthy: () => ['probe', ...probed(), '--fault', 'empty-post'],
    findings: () => ['probe', ...probed(), '--fault', 'unsigned'],
    misused: [['probe', '--acs', 'http://127.0.0.1:9/acs'], "USAGE: required option '--entity-id <uri>'"],
    reports: true,
  },
  browser: {
    healthy: () => ['browser', '--url', vendorUrl, '--dry-run', '--chromium', process.execPath],
    misused: [['browser', '--url', 'http://127.0.0.1:9'], 'HARNESS_UNREACHABLE: '],
  },
};

/** `start` stays until it is asked to stop. */
function runToEnd(argv: readonly string[], around: Around = {}): Promise<Ran> {
  if (argv[0] !== 'start') return run(argv, around);
  const stopping = new AbortController();
  return run(argv, { ...around, stop: stopping.signal, onOut: () => setImmediate(() => stopping.abort()) });
}

const rows = Object.entries(COMMANDS);
const withFindings = rows.filter(([, row]) => row.findings);
const reporting = rows.filter(([, row]) => row.reports);

it('every command is in the table', () => {
  const io = { stdout: { write: () => true }, stderr: { write: () => true }, env: {} };
  const { commands } = createProgram(io as never, () => undefined);
  expect(commands.map((command) => command.name()).sort()).toEqual(Object.keys(COMMANDS).sort());
});

describe.each(rows)('%s', (_name, { healthy, misused: [misuse, words] }) => {
  it('ends with 0 when all is well, with its data on stdout, and in no colour where nobody wants it', async () => {
    const { code, out, err } = await runToEnd(healthy(), { isTTY: true, env: { NO_COLOR: '1' } });
    expect({ code, err }).toMatchObject({ code: 0, err: expect.not.stringContaining('\u001b[') });
    expect(out).not.toBe('');
    expect(out).not.toContain('\u001b[');
  });

  it('says the same as JSON, and nothing else on stdout', async () => {
    const { code, out } = await runToEnd([...healthy(), '--json']);
    expect(code).toBe(0);
    expect(typeof JSON.parse(out)).toBe('object');
  });

  it('ends with 2 when it is misused: on stderr what is wrong and what to do, on stdout nothing', async () => {
    const { code, out, err } = await run(misuse);
    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(words) ? '' : err).toBe('');
    expect(err.trim().split('\n').length).toBeGreaterThan(1);
  });

  it('says that as JSON, too', async () => {
    const { code, out, err } = await run([...misuse, '--json']);
    const { error } = JSON.parse(err);
    expect([code, out, error.code]).toEqual([2, '', words.split(':')[0]]);
    expect(error.remedy).toMatch(/\w/);
  });

  it('ends with 70 when we break', async () => {
    const io = { stdin: nothing(), stderr: { write: (text: string) => said.push(text) }, env: {}, cwd: path('.') };
    const said: string[] = [];
    const stdout = {
      write: () => {
        throw new TypeError('of ours');
      },
    };
    expect(await runCli(healthy(), { ...io, stdout })).toBe(70);
    expect(said.join('')).toContain('INTERNAL: of ours\nThis is a fault of saml-rehearsal, not of your message.');
  });
});

async function* nothing() {
  yield '';
}

it.each(withFindings)('%s ends with 1 for findings, in JSON as well', async (_name, { findings = () => [] }) => {
  const { code, out } = await run(findings());
  expect([code, out === '']).toEqual([1, false]);
  const json = await run([...findings(), '--json']);
  expect([json.code, typeof JSON.parse(json.out)]).toEqual([1, 'object']);
});

describe.each(reporting)('%s --reporter junit --output', (_name, { healthy, findings = healthy }) => {
  it('writes a file that the schema of JUnit takes, with a failure for what was found', async () => {
    const good = await run([...healthy(), '--reporter', 'junit', '--output', 'good.xml']);
    expect([good.code, good.out]).toEqual([0, '']);
    validateJunit(readFileSync(path('good.xml'), 'utf8'));
    expect(readFileSync(path('good.xml'), 'utf8')).not.toContain('<failure');
    const bad = await run([...findings(), '--reporter', 'junit', '--output', 'bad.xml']);
    expect([bad.code, bad.out]).toEqual([1, '']);
    validateJunit(readFileSync(path('bad.xml'), 'utf8'));
    expect(readFileSync(path('bad.xml'), 'utf8')).toContain('<failure');
  });

  it('cannot write into a folder that is not there', async () => {
    const { code, err } = await run([...healthy(), '--output', 'nowhere/x.xml']);
    expect([code, err.split(':')[0]]).toEqual([2, 'FILE_UNWRITABLE']);
  });
});

it.each(['text', 'sarif', 'markdown', 'html', 'github'])('a login is reported as %s as well', async (reporter) => {
  const { code, out } = await run(['logins', refused, ...atHarness(), '--reporter', reporter]);
  expect([code, out]).toEqual([0, expect.stringContaining('audience-matches')]);
});
