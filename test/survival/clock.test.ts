/** The machine's clock, put forward or back by an hour while the harness runs. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { importMessages } from '../../src/import/import-messages.js';
import { createHarness, type Harness } from '../../src/index.js';
import type { AnsweredLogin } from '../../src/logins/login.js';
import { post } from './a-program.js';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-03-02T12:00:00Z');
/** Only what the time is; timers go on by the machine's own count. */
const TIMERS = ['nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const;
const DELAYS = ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'hrtime', 'performance'] as const;

const putClock = (hours: number) => jest.setSystemTime(NOON + hours * HOUR);

describe.each(['memory', 'sqlite::memory:'])('When the clock jumps, with logins in %s', (store) => {
  let harness: Harness;
  beforeAll(async () => {
    jest.useFakeTimers({ now: NOON, doNotFake: [...TIMERS, ...DELAYS] });
    harness = await createHarness({ store });
  });
  beforeEach(() => putClock(0));
  afterEach(() => harness.logins.removeAll());
  afterAll(async () => {
    await harness.stop();
    jest.useRealTimers();
  });

  /** Begins a login and has the stand-in answer it; the answer is not posted yet. */
  async function answered(): Promise<string> {
    const page = await (await fetch(`${harness.url}/login/saml?email=B.Simon@contoso.com`)).text();
    const requestXml = importMessages(page)[0]?.xml ?? '';
    const answer = await harness.entra.answer({
      kind: 'sp-initiated',
      requestXml,
      user: 'B.Simon@contoso.com',
      faults: [],
    });
    if (answer.kind !== 'post') throw new Error('the stand-in did not answer');
    return answer.fields.find(([name]) => name === 'SAMLResponse')?.[1] ?? '';
  }
  const posted = async (samlResponse: string) => {
    const { status, headers } = await post(harness.url, samlResponse);
    const { logins } = await harness.logins.list({ limit: 1 });
    const { diagnosis } = logins[0] as AnsweredLogin;
    const said = diagnosis.findings
      .filter((one) => one.status === 'fail')
      .map(({ id, summary }) => `${id}: ${summary}`);
    return { status, said, cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  };

  it('forward: an answer on its way is refused, and says how old it and its request are', async () => {
    const response = await answered();
    putClock(1);
    const { status, said } = await posted(response);
    expect(said).toEqual([
      expect.stringMatching(/^in-response-to-known: .* sent 1 h ago, which has expired while waiting\.$/),
      expect.stringMatching(
        /^clock-agrees: .* 1 h after it was issued .*: it was delivered late, or this clock is fast\.$/,
      ),
    ]);
    expect(status).toBe(403);
    expect((await posted(await answered())).status).toBe(302);
  });

  it('back: an answer on its way is refused as one from the future, uses nothing up, and is accepted when the clock is right', async () => {
    const response = await answered();
    putClock(-1);
    const { status, said } = await posted(response);
    expect(said).toEqual([
      expect.stringMatching(/^signing-certificate-current: .* only in 1 h\.$/),
      expect.stringMatching(/^conditions-started: .*: (55 min|54 min 59 s) too early .* this clock is likely slow/),
      expect.stringMatching(/^clock-agrees: .* 1 h in the future .*: this clock is slow or the sender's is fast\.$/),
    ]);
    expect(status).toBe(403);
    putClock(0);
    expect((await posted(response)).status).toBe(302);
  });

  it.each([1, -1])('by %i h: nobody is signed out, and new logins go on', async (hours) => {
    const { cookie } = await posted(await answered());
    putClock(hours);
    const portal = await fetch(`${harness.url}/portal`, { headers: { cookie } });
    expect(await portal.text()).toContain('B.Simon@contoso.com');
    expect((await posted(await answered())).status).toBe(302);
  });

  it.each([1, -1])('by %i h: an assertion that was accepted is a replay, then and afterwards', async (hours) => {
    const response = await answered();
    expect((await posted(response)).status).toBe(302);
    for (const now of [hours, 0]) {
      putClock(now);
      const { status, said } = await posted(response);
      expect(status).toBe(403);
      expect(said).toContainEqual(expect.stringContaining('assertion-not-replayed: '));
    }
  });

  it('back: logins are listed in the order in which they came all the same', async () => {
    const ids: string[] = [];
    for (const hours of [0, 1, 0, -1]) {
      putClock(hours);
      ids.unshift((await harness.signIn({ flow: 'idp-initiated' })).id);
    }
    expect((await harness.logins.list()).logins.map(({ id }) => id)).toEqual(ids);
  });
});
