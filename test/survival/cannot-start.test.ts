/** What a machine may hold against a start, and what is said then. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { inFolder } from '../cli/command-line.js';

const { run, path } = inFolder({ 'a-file': 'not a folder' });
/** A start that succeeds ends at once, with 0. */
const start = (...flags: string[]) =>
  run(['start', '--port', '0', '--entra-port', '0', ...flags], { stop: AbortSignal.abort() });

const SQLITE_PAGE = 4096;

/** A database of logins whose first page is sound and whose others are not. */
async function damagedDatabase(folder: string): Promise<string> {
  const { openSqlite } = await import('../../src/logins/open-sqlite.js');
  const file = path(`${folder}/logins.db`);
  await (await openSqlite(file)).logins.close();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xa5, SQLITE_PAGE));
  return file;
}

describe('A data folder', () => {
  it.each([
    ['that is a file', 'a-file'],
    ['in a file', 'a-file/data'],
    ...(process.platform === 'linux' ? [['in a place where nobody makes folders', '/proc/saml-rehearsal/data']] : []),
  ])('%s is refused at the start', async (_what, folder) => {
    const { code, err } = await start('--data-dir', folder as string);
    expect(err).toMatch(/^DATA_DIR_UNUSABLE: Nothing can be kept in the data folder \S+: .+\n/);
    expect(err).toContain('Give a folder you may write to, on a disk with space, with --data-dir.');
    expect(code).toBe(2);
  });

  // Modes do not bind the superuser, so the program runs as somebody else then.
  it('that may not be written to is refused at the start', () => {
    mkdirSync(path('read-only'));
    chmodSync(path('read-only'), 0o555);
    chmodSync(path('.'), 0o755);
    const isRoot = process.getuid?.() === 0;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['dist/bundle/main.js', 'start', '--port', '0', '--entra-port', '0', '--data-dir', path('read-only')],
      { encoding: 'utf8', timeout: 20_000, ...(isRoot && { uid: 65_534, gid: 65_534 }) },
    );
    expect(stderr).toMatch(/^DATA_DIR_UNUSABLE: Nothing can be kept in the data folder \S+read-only: EACCES: .+\n/);
    expect(status).toBe(2);
  });
});

describe('A file in the data folder', () => {
  it('of logins that is no database is named, and left as it is', async () => {
    mkdirSync(path('letter'));
    writeFileSync(path('letter/logins.db'), 'This is a letter, not a database. '.repeat(200));
    const { code, err } = await start('--data-dir', 'letter');
    expect(err).toMatch(
      /^STORE_UNUSABLE: The file of logins \S+letter\/logins\.db is damaged, or is no SQLite database: /,
    );
    expect(err).toContain('Move it away, with the files of its name that end in -wal and -shm, and start again');
    expect(code).toBe(2);
    expect(readFileSync(path('letter/logins.db'), 'utf8')).toBe('This is a letter, not a database. '.repeat(200));
  });

  it('of logins that is damaged further in is named, and left as it is', async () => {
    const file = await damagedDatabase('damaged');
    const before = readFileSync(file);
    const { code, err } = await start('--data-dir', 'damaged');
    expect(err).toMatch(/^STORE_UNUSABLE: .*damaged\/logins\.db/);
    expect(err).toContain('Move it away');
    expect(code).toBe(2);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each([
    ['internal-directory.json', '{"domains": ["contoso.com"', 'DIRECTORY_UNREADABLE'],
    ['internal-directory.json', '{"domains": 3}', 'DIRECTORY_UNREADABLE'],
    ['authentication-profile.json', '{"loginUrl": "https:', 'PROFILE_UNREADABLE'],
    ['entra-tenant.json', 'users: [', 'TENANT_UNREADABLE'],
  ])('%s that cannot be read is named, and not replaced by defaults', async (name, text, code) => {
    mkdirSync(path('kept'), { recursive: true });
    writeFileSync(path(`kept/${name}`), text);
    const ran = await start('--data-dir', 'kept', '--store', 'memory');
    expect(ran.err).toMatch(new RegExp(`^${code}: .*kept/${name} cannot be read: `));
    expect(ran.code).toBe(2);
    expect(readFileSync(path(`kept/${name}`), 'utf8')).toBe(text);
    writeFileSync(path(`kept/${name}`), '{"domains": [], "addresses": []}');
  });
});

describe('A port', () => {
  it.each(['--port', '--entra-port'])('that is taken, given with %s, is named with what to do', async (flag) => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as { port: number };
    const { code, err } = await start('--store', 'memory', flag, String(port));
    expect(err).toBe(
      `PORT_TAKEN: Port ${port} is taken by another program.\nGive another port with ${flag}; 0 takes any free one.\n`,
    );
    expect(code).toBe(2);
    await new Promise((done) => other.close(done));
  });
});
