/** Two harnesses on one PostgreSQL behind a load balancer that keeps nothing: whichever is hit, a user sees one harness. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importMessages } from '../../src/import/import-messages.js';
import { createHarness, type Harness } from '../../src/index.js';
import type { AnsweredLogin } from '../../src/logins/login.js';
import { aDatabase, type Database } from '../postgres/a-database.js';
import { aReplica, freePort, type Replica } from './a-replica.js';
import { aBalancer, type Balancer } from './balancer.js';
import { aWayTo, type CutOff } from './cut-off.js';

let database: Database;
let balancer: Balancer;
/** How the third one reaches it. */
let way: CutOff;
let a: Replica;
let b: Replica;
/** A third one, in this process: its stand-in makes the responses, and it sees what the others do. */
let here: Harness;
let hereUrl: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replicas-'));
  database = await aDatabase();
  way = await aWayTo(database.url);
  balancer = await aBalancer();
  const { url: publicUrl } = balancer;
  const port = await freePort();
  hereUrl = `http://localhost:${port}`;
  // All three at once on an empty database.
  [a, b, here] = await Promise.all([
    aReplica(database.url, publicUrl, join(folder, 'a')),
    aReplica(database.url, publicUrl, join(folder, 'b')),
    createHarness({ store: way.url, publicUrl, port }),
  ]);
  balancer.backends.push(a.url, b.url);
});
afterAll(async () => {
  await here?.stop();
  for (const one of [a, b]) one?.process.kill('SIGKILL');
  await balancer?.close();
  await way?.cut();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

type Fields = Readonly<Record<string, string>>;
const sent = (url: string, fields: Fields, headers: Fields = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
const json = async (url: string) => (await fetch(url)).json();

/** A response nobody has posted yet. */
async function aFreshResponse(): Promise<Fields> {
  const answer = await here.entra.answer({ kind: 'idp-initiated', user: 'B.Simon@contoso.com', faults: [] });
  if (answer.kind !== 'post') throw new Error('the stand-in refused');
  return Object.fromEntries(answer.fields);
}
const post = (origin: string, fields: Fields) => sent(`${origin}/login/saml`, fields);
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

/** Everything that is recorded, by the response it came with. */
async function recorded(origin: string): Promise<Map<string, AnsweredLogin>> {
  const { logins } = (await json(`${origin}/api/v1/logins?limit=500`)) as { logins: AnsweredLogin[] };
  return new Map(logins.flatMap((one) => (one.received?.samlResponse ? [[one.received.samlResponse, one]] : [])));
}

describe('Two replicas behind a load balancer', () => {
  it('complete at one a login that began at the other, in the record it began, and both tell of it at once', async () => {
    const seenHere = here.nextLogin();
    const seenThere = json(`${b.url}/api/v1/logins/next?timeout=20`);
    const [request] = importMessages(await (await fetch(`${a.url}/login/saml?email=B.Simon@contoso.com`)).text());
    const page = await sent(`${request?.sentTo}&auto=1`, {
      SAMLRequest: Buffer.from(request?.xml ?? '').toString('base64'),
    });
    const [response] = importMessages(await page.text());
    const landed = await post(b.url, { SAMLResponse: response?.received.samlResponse ?? '' });
    expect(landed.status).toBe(302);
    const begun = (await json(`${a.url}/api/v1/logins/latest`)) as AnsweredLogin;
    expect(begun).toMatchObject({ state: 'answered', accepted: true, flow: 'sp-initiated' });
    expect((await seenHere).id).toBe(begun.id);
    expect(await seenThere).toMatchObject({ id: begun.id });
  });

  it('keep somebody signed in, whichever answers the next page', async () => {
    const landed = await post(balancer.url, await aFreshResponse());
    const headers = { cookie: cookieOf(landed) };
    const pages = [0, 1, 2].map(() => fetch(`${balancer.url}/portal`, { headers, redirect: 'manual' }));
    expect((await Promise.all(pages)).map(({ status }) => status)).toEqual([200, 200, 200]);
    await fetch(`${a.url}/logout`, { headers });
    expect((await fetch(`${b.url}/portal`, { headers, redirect: 'manual' })).status).toBe(302);
  });

  it('accept a response once, however many of them get it at the same time', async () => {
    const fields = await aFreshResponse();
    const answers = await Promise.all([a, b, a, b].map(({ url }) => post(url, fields)));
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 403, 403, 403]);
    await post(b.url, fields);
    const replay = (await json(`${a.url}/api/v1/logins/latest`)) as AnsweredLogin;
    expect(replay.diagnosis.rootCause).toBe('assertion-not-replayed');
  });

  it('are one identity provider: the same key, and a user added at one signs in at the other', async () => {
    const metadata = await Promise.all([a, b].map(async (one) => (await fetch(await metadataUrlOf(one))).text()));
    const [first, second] = metadata.map((xml) => /<X509Certificate>([^<]*)/.exec(xml)?.[1]);
    expect(first).toMatch(/^MII/);
    expect(second).toBe(first);
    const added = { userPrincipalName: 'Grady.Archie@contoso.com' };
    const headers = { 'Content-Type': 'application/json' };
    await fetch(`${a.entraUrl}/api/v1/users`, { method: 'POST', headers, body: JSON.stringify(added) });
    await until(async () => {
      const { users } = (await json(`${b.entraUrl}/api/v1/users`)) as { users: { userPrincipalName: string }[] };
      return users.some(({ userPrincipalName }) => userPrincipalName === added.userPrincipalName);
    });
  });

  it('are replaced one after the other while logins come in: none is lost, and whoever met a closing door is let in the next time', async () => {
    let isOver = false;
    const outcomes: { readonly response: string; readonly status: number }[] = [];
    const logins = [0, 1].map(async () => {
      while (!isOver) {
        const fields = await aFreshResponse();
        const { status } = await post(balancer.url, fields);
        const second = status === 502 ? await post(balancer.url, fields) : { status };
        outcomes.push({ response: fields['SAMLResponse'] ?? '', status: second.status });
      }
    });
    expect(await a.end('SIGTERM')).toBe(0);
    a = await aReplica(database.url, balancer.url, join(folder, 'a'));
    balancer.backends[0] = a.url;
    expect(await b.end('SIGTERM')).toBe(0);
    b = await aReplica(database.url, balancer.url, join(folder, 'b'));
    balancer.backends[1] = b.url;
    isOver = true;
    await Promise.all(logins);
    const kept = await recorded(a.url);
    const seen = outcomes.map(({ response, status }) => `${status} ${kept.get(response)?.accepted}`);
    expect([...new Set(seen)]).toEqual(['302 true']);
  });

  it('killed, have forgotten nothing they answered, and the other takes what they did not', async () => {
    const responses: Fields[] = [];
    for (let made = 0; made < 30; made++) responses.push(await aFreshResponse());
    let answered = 0;
    const outcomes = await Promise.all(
      responses.map(async (fields) => {
        const status = await post(a.url, fields).then(
          (answer) => answer.status,
          () => 'broken',
        );
        answered += 1;
        if (answered === 5) a.process.kill('SIGKILL');
        return { fields, status };
      }),
    );
    const kept = await recorded(b.url);
    const isKept = ({ fields }: { fields: Fields }) => kept.get(fields['SAMLResponse'] ?? '')?.accepted === true;
    const taken = outcomes.filter(({ status }) => status === 302);
    const broken = outcomes.filter(({ status }) => status === 'broken');
    expect(taken.length).toBeGreaterThan(0);
    expect(broken.length).toBeGreaterThan(0);
    expect(taken.length + broken.length).toBe(responses.length);
    expect(taken.every(isKept)).toBe(true);
    for (const one of broken) expect((await post(b.url, one.fields)).status).toBe(isKept(one) ? 403 : 302);
  });
});

describe('A replica whose database is gone', () => {
  it('says so, takes nothing, and goes on by itself when it is back, with the news it missed', async () => {
    const fields = await aFreshResponse();
    await way.cut();
    const refused = await post(hereUrl, fields);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await refused.text()).toContain('nothing was taken');
    const ready = await fetch(`${hereUrl}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([503, 'not ready: logins cannot be stored\n']);
    const elsewhere = await aFreshResponse();
    expect((await post(b.url, elsewhere)).status).toBe(302);
    await way.mend();
    await until(async () => (await fetch(`${hereUrl}/readyz`)).ok);
    await until(async () => (await here.takeLogin()).received.samlResponse === elsewhere['SAMLResponse']);
    expect((await post(hereUrl, fields)).status).toBe(302);
  });
});

const metadataUrlOf = async ({ url, entraUrl }: Replica) => {
  const { metadataUrl } = (await json(`${url}/api/v1/authentication-profile`)) as { metadataUrl: string };
  expect(metadataUrl.startsWith(entraUrl)).toBe(true);
  return metadataUrl;
};

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let asked = 0; !(await isSo()); asked++) {
    if (asked === 500) throw new Error('it never came to be');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
