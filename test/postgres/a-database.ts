import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

export interface Database {
  /** As for `--store`. */
  readonly url: string;
  /** Runs one statement beside whoever else uses the database. */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** An empty database, on the server of `TEST_POSTGRES_URL` or else on one from npm that the whole test run shares. */
export async function aDatabase(): Promise<Database> {
  const server = process.env['TEST_POSTGRES_URL'] ?? (await serverOfThisRun());
  const name = `rehearsal_${randomBytes(6).toString('hex')}`;
  await once(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    query: (text, values) => once(url.href, text, values),
    drop: async () => void (await once(server, `drop database ${name} with (force)`)),
  };
}

async function once<Row>(url: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Tests run in several processes: whoever makes the folder `starting` starts the server, the others wait for it. */
async function serverOfThisRun(): Promise<string> {
  process.env['REHEARSAL_TEST_POSTGRES'] ??= mkdtempSync(join(tmpdir(), 'rehearsal-postgres-'));
  const folder = process.env['REHEARSAL_TEST_POSTGRES'];
  const owner = process.env['REHEARSAL_TEST_OWNER'] ?? String(process.pid);
  if (isFirst(join(folder, 'starting'))) {
    const keeper = resolve('test/postgres/keeper.mjs');
    spawn(process.execPath, [keeper, folder, owner], { detached: true, stdio: 'ignore' }).unref();
  }
  const file = join(folder, 'server.json');
  for (let waited = 0; waited < 20_000 && !existsSync(file); waited += 20) await setTimeout(20);
  const said = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { error: 'it did not start in 20 s' };
  if (typeof said.url === 'string') return said.url;
  throw new Error(
    `The PostgreSQL server from npm cannot be used: ${said.error}. Give another one with TEST_POSTGRES_URL.`,
  );
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
