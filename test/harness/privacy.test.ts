/** What stays on the disk, who may read it, and what is written to the log. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createLog } from '../../src/harness/create-log.js';
import { createHarness } from '../../src/index.js';
import { aResponse, type ResponseChange } from '../a-response.js';
import { aServiceProvider } from '../http/a-service-provider.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'privacy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entries = () => readdirSync(folder, { recursive: true, withFileTypes: true });
const pathOf = (entry: { readonly parentPath: string; readonly name: string }) => join(entry.parentPath, entry.name);
const files = () => entries().filter((entry) => entry.isFile());

describe('On the disk', () => {
  const data = () => ({
    dataDir: join(folder, 'data'),
    store: `sqlite:${join(folder, 'data', 'logins.db')}`,
    tls: true,
  });

  it('every file belongs to its owner, the journals of the database while it is open too, and every folder', async () => {
    const umask = process.umask(0o000);
    const harness = await createHarness(data());
    try {
      await harness.signIn();
      const open = entries().map((entry) => [entry.name, (statSync(pathOf(entry)).mode & 0o077).toString(8)]);
      expect(open.filter(([, mode]) => mode !== '0')).toEqual([]);
      expect(open.map(([name]) => name)).toEqual(expect.arrayContaining(['logins.db', 'logins.db-wal', 'keys', 'tls']));
    } finally {
      process.umask(umask);
      await harness.stop();
    }
  });

  it('nothing is left of a login that was deleted, while the harness goes on', async () => {
    const harness = await createHarness({ ...data(), tls: false });
    try {
      const { id, received } = await harness.signIn({ relayState: 'distinctive-relay-state' });
      const holders = (text: string) =>
        files()
          .filter((entry) => readFileSync(pathOf(entry)).includes(text))
          .map(({ name }) => name);
      const excerpt = received.samlResponse?.slice(200, 260) ?? '';
      for (const text of [excerpt, 'distinctive-relay-state']) expect(holders(text)).not.toEqual([]);
      expect(await harness.logins.remove(id)).toBe(true);
      expect([holders(excerpt), holders('distinctive-relay-state')]).toEqual([[], []]);
    } finally {
      await harness.stop();
    }
  });
});

describe('In the log', () => {
  /** Everything that is logged, at the finest level. */
  async function logged(
    act: (app: Parameters<typeof request>[0]) => Promise<unknown>,
    token?: string,
  ): Promise<string> {
    const lines: string[] = [];
    const addresses = [{ email: 'distinctive-name@contoso.com', globalName: 'Distinctive Name', roles: [] }];
    const log = await createLog('trace', { write: (line: string) => void lines.push(line) });
    const { app, sp } = aServiceProvider({ addresses, ...(token !== undefined && { token }) }, { log });
    await act(app);
    await sp.secondOpinion.close();
    return lines.join('');
  }
  const DISTINCTIVE: ResponseChange = {
    unsolicited: true,
    basics: {
      nameId: { value: 'distinctive-name@contoso.com' },
      attributes: [{ name: 'http://schemas.contoso.com/distinctive-claim', values: ['distinctive-value'] }],
    },
  };
  const post = (app: Parameters<typeof request>[0], samlResponse: string) =>
    request(app)
      .post('/login/saml?distinctive-query=1')
      .set('Cookie', 'session=distinctive-cookie')
      .set('User-Agent', 'distinctive-agent')
      .type('form')
      .send({ SAMLResponse: samlResponse, RelayState: 'distinctive-relay-state', 'distinctive-field': '1' });

  it('there is nothing of a message, its request or its user at any level, accepted or refused, whole or broken', async () => {
    const made = aResponse(DISTINCTIVE);
    const text = await logged(async (app) => {
      await post(app, made.base64).expect(302);
      await post(app, made.base64).expect(403);
      await post(app, Buffer.from(made.xml.replace('</samlp:Status>', '')).toString('base64')).expect(403);
      await post(app, 'distinctive, and no base64').expect(403);
      await request(app).get('/login/saml?email=distinctive@contoso.com&RelayState=distinctive');
      await request(app).get('/?search=distinctive').expect(200);
      await request(app).get('/distinctive/path').expect(404);
      await request(app).get('/api/v1/logins?nameId=distinctive').expect(200);
      await request(app).delete('/api/v1/directory/addresses/distinctive@contoso.com').expect(404);
      await request(app).post('/api/v1/diagnose').send({ message: 'distinctive' }).expect(200);
      await request(app).post('/decode').type('form').send({ message: made.xml }).expect(200);
    });
    // It did log: one line for each request, by the pattern of its path, and one for each login.
    expect(text).toContain('A login was answered.');
    expect(text).toContain('"route":"/api/v1/directory/addresses/:email"');
    expect(text.split('\n').filter((line) => line.includes('"route"')).length).toBeGreaterThanOrEqual(10);
    expect(text).not.toContain('distinctive');
    expect(text).not.toContain(made.base64.slice(300, 340));
  });

  it('there is no token, whether it was right or wrong, in a header, a cookie or the query', async () => {
    const text = await logged(async (app) => {
      await request(app).get('/?token=distinctive-right-token').expect(302);
      await request(app).get('/?token=distinctive-wrong-token').expect(401);
      await request(app).get('/').set('Authorization', 'Bearer distinctive-right-token').expect(200);
      await request(app).get('/').set('Cookie', 'rehearsal-token=distinctive-wrong-token').expect(401);
    }, 'distinctive-right-token');
    expect(text).toContain('"status":401');
    expect(text).not.toContain('distinctive');
  });

  it('every line about a login names its request, as its answer does', async () => {
    let id: string | undefined;
    const text = await logged(async (app) => {
      id = (await post(app, aResponse({ unsolicited: true }).base64)).headers['x-request-id'];
    });
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { request?: string; level: number });
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.filter(({ request: named }) => named !== id)).toEqual([]);
  });
});
