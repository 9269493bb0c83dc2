import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inFolder, type Ran } from './command-line.js';
import { post, signInByHttp as signIn } from './sign-in-by-http.js';

const { run, path } = inFolder({
  'bad.yaml': 'regoin: eu\nport: 99999\n',
  'good.yaml': 'accountCode: C1A2\n',
  'accounts.yaml':
    'accountCode: CUSA12\naccounts:\n  - accountCode: cza9\n    region: za\n  - accountCode: CAU5\n    region: au\n',
  'twice.yaml': 'accountCode: C1A2\naccounts:\n  - accountCode: c1a2\n    region: eu\n',
  'wrong.yaml': 'accounts:\n  - accountCode: C1\n    region: mars\n',
});
const FREE = ['--port', '0', '--entra-port', '0'];

interface Started {
  readonly url: string;
  readonly entraUrl: string;
  readonly accountCode: string;
  readonly basicSamlConfiguration: object;
}

/** Starts in this process and resolves when it serves. */
async function started(...argv: string[]) {
  const stopping = new AbortController();
  let finished: Promise<Ran> | undefined;
  const lines: string[] = [];
  const facts = await new Promise<Started>((resolve, reject) => {
    finished = run(['start', ...FREE, '--json', ...argv], {
      stop: stopping.signal,
      onOut: (text) => {
        lines.push(text);
        if (lines.length === 1) resolve(JSON.parse(text));
      },
    });
    finished.then(({ err }) => reject(new Error(err)), reject);
  });
  const stop = async () => {
    stopping.abort();
    return (await finished) as Ran;
  };
  return { ...facts, lines, stop };
}

/** Signs in again and again until somebody who waits for a login has seen one: no telling when the waiting began. */
async function whileWaiting<T>(waiting: Promise<T>, act: () => Promise<void>): Promise<T> {
  let isOver = false;
  const watched = waiting.finally(() => {
    isOver = true;
  });
  while (!isOver) await act();
  return watched;
}

describe('start', () => {
  it('prints both URLs and what to enter in Entra, and stops cleanly', async () => {
    const stopping = new AbortController();
    const { code, out, err } = await run(['start', ...FREE], {
      stop: stopping.signal,
      onOut: () => setImmediate(() => stopping.abort()),
    });
    expect(code).toBe(0);
    expect(out).toMatch(/Service provider and inspector {3}http:\/\/localhost:\d+\n/);
    expect(out).toMatch(/Stand-in for Entra ID {12}http:\/\/127\.0\.0\.1:\d+\n/);
    expect(out).toMatch(/Identifier \(Entity ID\) {3}http:\/\/localhost:\d+\/sso\/C46A75\n/);
    expect(out).toMatch(/Reply URL \(ACS\) {10}http:\/\/localhost:\d+\/login\/saml\n/);
    expect(out).toMatch(/First login: open http:\/\/localhost:\d+\/login\/saml\?email=B\.Simon@contoso\.com\n/);
    expect(err).toBe('Stopped.\n');
  });

  it.each([
    [['start', '--port', 'many'], 'Give a number'],
    [['start', '--config', 'bad.yaml'], 'bad.yaml: regoin is not a setting; did you mean region?'],
    [['start', '--account-cod', 'X'], 'Did you mean --account-code?'],
    [['start', '--host', '0.0.0.0', ...FREE], 'TOKEN_REQUIRED'],
    [['start', 'extra'], 'too many arguments'],
  ])('%j says what is wrong and exits 2', async (argv, words) => {
    const { code, err } = await run(argv);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });

  it('says of a login what came of it, and, where its words go to no terminal, not whose it was', async () => {
    const stopping = new AbortController();
    const { err } = await run(['start', ...FREE, '--store', 'memory'], {
      stop: stopping.signal,
      onOut: (text) => {
        const url = /inspector {3}(http:\S+)/.exec(text)?.[1] ?? '';
        signIn(url).finally(() => stopping.abort());
      },
    });
    expect(err).toMatch(/accepted {2}sp-initiated {2}http:\/\/localhost:\d+\/logins\/\w+\n/);
    expect(err).not.toContain('@');
  });

  it('reads the file that was named', async () => {
    const harness = await started('--store', 'memory', '--config', 'good.yaml');
    expect(harness.accountCode).toBe('C1A2');
    await harness.stop();
  });

  it('rehearses every account of the file, and says what is odd about codes and regions', async () => {
    const harness = await started('--store', 'memory', '--config', 'accounts.yaml');
    expect(harness).toMatchObject({
      furtherAccounts: [
        { accountCode: 'cza9', region: 'za', identifier: `${harness.url}/sso/cza9` },
        { accountCode: 'CAU5', region: 'au', identifier: `${harness.url}/sso/CAU5` },
      ],
      warnings: [
        'Account codes that begin with CUSA belong to United States (region us, inferred), but the region is eu.',
        'The account code "cza9" is not in capitals; Mimecast\'s guide says it should be.',
      ],
    });
    await harness.stop();
  });

  it.each([
    ['twice.yaml', 'The account c1a2 is there twice.'],
    ['wrong.yaml', 'wrong.yaml: accounts'],
  ])('does not start with %s', async (file, words) => {
    const { code, err } = await run(['start', ...FREE, '--config', file]);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });
});

describe('The commands that ask a running harness', () => {
  let harness: Awaited<ReturnType<typeof started>>;
  beforeAll(async () => {
    harness = await started('--store', 'memory');
  });
  afterAll(async () => void (await harness.stop()));
  const ask = (...argv: string[]) => run(argv, { env: { SAML_REHEARSAL_URL: harness.url } });

  it('logins says so when there are none', async () => {
    expect(await ask('logins')).toMatchObject({ code: 0, out: '', err: 'No logins.\n' });
  });

  it('wait gives up when nobody signs in', async () => {
    expect(await ask('wait', '--timeout', '1')).toMatchObject({ code: 2, err: expect.stringContaining('NO_LOGIN') });
  });

  it('wait ends with the verdict: 0 for an accepted login', async () => {
    const { code, out } = await whileWaiting(ask('wait', '--timeout', '20'), () => signIn(harness.url));
    expect(out).toContain('ACCEPTED');
    expect(code).toBe(0);
  });

  it('and 1 for a refused one', async () => {
    const refused = async () => void (await post(`${harness.url}/login/saml`, { SAMLResponse: 'bm90IHhtbA==' }));
    const { code, out } = await whileWaiting(ask('wait', '--timeout', '20', '--json'), refused);
    expect(JSON.parse(out)).toMatchObject({ state: 'answered', accepted: false });
    expect(code).toBe(1);
  });

  it('logins lists both, newest first, and filters', async () => {
    const { out } = await ask('logins');
    expect(out).toMatch(
      /^(\S+ {2}\S+ {2}refused {3}idp-initiated {2}xml-well-formed\n)+(\S+ {2}\S+ {2}accepted {2}sp-initiated {2}B\.Simon@contoso\.com\n)+$/,
    );
    expect((await ask('logins', '--accepted')).out).toMatch(/^(\S+ {2}\S+ {2}accepted .*\n)+$/);
    expect((await ask('logins', '--failed', 'xml-well-formed')).out).toMatch(/^(\S+ {2}\S+ {2}refused .*\n)+$/);
    expect(JSON.parse((await ask('logins', '--json', '--limit', '1')).out).logins).toHaveLength(1);
  });

  it('logins latest shows the report of one', async () => {
    expect((await ask('logins', 'latest')).out).toContain('REFUSED  xml-well-formed');
  });

  it('a login printed as JSON can be replayed, with the same verdict', async () => {
    const { logins } = JSON.parse((await ask('logins', '--accepted', '--json')).out);
    const record = (await ask('logins', logins[0].id, '--json')).out;
    const { code, out } = await run(['replay', '-'], { stdin: record });
    expect(out).toContain('The verdict is as recorded: accepted.');
    expect(out).toContain('B.Simon@contoso.com');
    expect(code).toBe(0);
    const later = await run(['replay', '-', '--at', '2999-01-01T00:00:00Z', '--json'], { stdin: record });
    expect(JSON.parse(later.out).notes[0]).toContain('The verdict has changed: it was accepted, it is refused');
    expect(later.code).toBe(1);
    const diagnosed = await run(['diagnose', '-'], { stdin: record });
    expect(diagnosed.out).toContain('ACCEPTED');
  });

  it('check takes the id of a login, and infers a contract from it', async () => {
    const { logins } = JSON.parse((await ask('logins', '--accepted', '--json')).out);
    const inferred = await ask('check', logins[0].id, '--infer');
    expect(inferred.out).toContain('algorithms:\n    - rsa-sha256');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(path('contract.yaml'), inferred.out);
    expect(await ask('check', logins[0].id, '--contract', 'contract.yaml')).toMatchObject({ code: 0 });
    expect(await ask('check', 'latest', '--contract', 'contract.yaml')).toMatchObject({ code: 1 });
  });

  it('say so when there is no such login, or no harness', async () => {
    expect(await ask('logins', 'nobody')).toMatchObject({ code: 2, err: expect.stringContaining('LOGIN_UNKNOWN') });
    expect(await run(['logins', '--url', 'http://127.0.0.1:9'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('HARNESS_UNREACHABLE: No harness answers at http://127.0.0.1:9'),
    });
  });

  it('start has told of each login in a line', async () => {
    const facts = ({ id, accepted }: { id: string; accepted: boolean }) => ({ id, accepted });
    const { logins } = JSON.parse((await ask('logins', '--json', '--limit', '500')).out);
    expect(logins.length).toBeGreaterThan(1);
    const told = harness.lines.slice(1).map((line) => facts(JSON.parse(line).login));
    expect(told.reverse()).toEqual(logins.map(facts));
  });

  it('replay takes records only', async () => {
    expect(await run(['replay', '-'], { stdin: 'PHNhbWxwOlJlc3BvbnNlLz4=' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('NOT_A_RECORD'),
    });
  });
});
