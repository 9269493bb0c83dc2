/** Every limit is a setting: what crosses it gets a clear answer, and is a recorded, explained login where it arrived at all. */
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createHarness, type Harness, type HarnessOptions } from '../../src/index.js';
import { aResponse } from '../a-response.js';
import { aServiceProvider } from '../http/a-service-provider.js';
import { aRequest } from '../http/entra/an-entra-site.js';
import { aRehearsal, form } from './a-rehearsal.js';

const harnesses: Harness[] = [];
const rehearse = async (options: HarnessOptions) => {
  const rehearsal = await aRehearsal(options);
  harnesses.push(rehearsal.harness);
  return rehearsal;
};
afterAll(() => Promise.all(harnesses.map((harness) => harness.stop())));

const good = aResponse({ unsolicited: true });
const withExtensions = (content: string) => {
  const extensions = `<samlp:Extensions>${content}</samlp:Extensions>`;
  return Buffer.from(good.xml.replace('<samlp:Status>', `${extensions}<samlp:Status>`)).toString('base64');
};
const large = withExtensions(`<a xmlns="urn:x">${' '.repeat(300_000)}</a>`);
const deep = withExtensions(`${'<a xmlns="urn:x">'.repeat(40)}${'</a>'.repeat(40)}`);
const attributes = Array.from({ length: 70 }, (_, n) => ` a${n}=""`).join('');

describe('A message over a limit that was set', () => {
  const rows: readonly [what: string, options: HarnessOptions, message: string, status: number, sentence: string][] = [
    [
      'body',
      { maxBodyBytes: 4_096 },
      good.base64,
      413,
      `${form([['SAMLResponse', good.base64]]).length} bytes were sent; at most 4096 are read.`,
    ],
    [
      'size',
      { maxMessageBytes: 4_096 },
      good.base64,
      403,
      `The text is ${good.xml.length} bytes long; at most 4096 are read.`,
    ],
    ['depth', { maxDepth: 4 }, good.base64, 403, 'Elements are nested more than 4 deep.'],
    ['elements', { maxElements: 20 }, good.base64, 403, 'There are more than 20 elements.'],
    [
      'attributes',
      { maxAttributes: 2 },
      good.base64,
      403,
      'An element has more than 2 attributes and namespace declarations.',
    ],
  ];
  it.each(rows)(
    '%s: is refused with the number, recorded, and shown with what to do',
    async (_what, options, message, status, sentence) => {
      const { harness, post } = await rehearse(options);
      const { answer, login, sentences } = await post(message);
      expect([answer.status, login.accepted, sentences]).toEqual([
        status,
        false,
        { 'message-size-acceptable': sentence },
      ]);
      const page = await request(harness.app).get(`/logins/${login.id}`).expect(200);
      expect(page.text).toContain(sentence);
      expect(page.text).toContain('If the message is genuine, start the harness with a higher limit: --max-body-bytes');
    },
  );
});

describe('A limit that was raised', () => {
  const rows: readonly [what: string, options: HarnessOptions, message: string][] = [
    ['body and size', { maxBodyBytes: 1_048_576 }, large],
    ['depth', { maxDepth: 64 }, deep],
    ['elements', { maxElements: 5_000 }, withExtensions('<a xmlns="urn:x"/>'.repeat(3_500))],
    ['attributes', { maxAttributes: 100 }, withExtensions(`<a xmlns="urn:x"${attributes}/>`)],
  ];
  it.each(rows)('%s: lets through what the default refuses', async (_what, options, message) => {
    expect((await (await rehearse({})).post(message)).login.accepted).toBe(false);
    const { answer, sentences } = await (await rehearse(options)).post(message);
    expect([answer.status, sentences]).toEqual([302, {}]);
  });

  it('holds where a message is looked at again, too', async () => {
    const { harness, post } = await rehearse({ maxDepth: 64 });
    const { login } = await post(deep);
    const page = await request(harness.app).get(`/logins/${login.id}`).expect(200);
    expect(page.text).toContain('samlp:Extensions');
    // Only a message that was read is shown indented.
    expect(page.text).toContain('Indented for reading');
    const decoded = await request(harness.app).post('/decode').type('form').send({ message: deep }).expect(200);
    expect(decoded.text).not.toContain('nested more than');
  });
});

describe('What is compressed', () => {
  const packed = (spaces: number) =>
    deflateRawSync(Buffer.from(`<samlp:Response>${' '.repeat(spaces)}</samlp:Response>`)).toString('base64');

  it('is not unpacked beyond the limit in a response, which is recorded as compressed', async () => {
    const { post } = await rehearse({});
    const bomb = packed(8_000_000);
    const before = process.memoryUsage().arrayBuffers;
    const { login, sentences } = await post(bomb);
    expect(login.accepted).toBe(false);
    expect(Object.values(sentences).join(' ')).toContain('compressed');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 1024 * 1024);
  });

  it('holds for a request posted to the stand-in, too', async () => {
    const harness = await createHarness({ maxMessageBytes: 1_024 });
    harnesses.push(harness);
    const padded = aRequest().replace('</', `${' '.repeat(2_000)}</`);
    const posted = new URLSearchParams({ SAMLRequest: Buffer.from(padded).toString('base64') });
    const answer = await fetch(harness.entra.loginUrl(), { method: 'POST', body: posted });
    expect([answer.status, (await answer.text()).includes('AADSTS75005')]).toEqual([400, true]);
  });

  it('is not unpacked beyond the limit in a request to the stand-in, which says so as Entra does', async () => {
    const harness = await createHarness({ maxMessageBytes: 1_024 });
    harnesses.push(harness);
    const ask = (samlRequest: string) =>
      fetch(`${harness.entra.loginUrl()}?SAMLRequest=${encodeURIComponent(samlRequest)}`);
    const answer = await ask(packed(2_000));
    expect([answer.status, (await answer.text()).includes('AADSTS75001')]).toEqual([400, true]);
  });
});

describe('Messages that come all at once', () => {
  /** A harness whose store keeps everybody waiting until it is told to go on. */
  function slowHarness(options: HarnessOptions) {
    let goOn = () => {};
    const gate = new Promise<void>((open) => {
      goOn = open;
    });
    const { sp, logins } = aServiceProvider(options);
    const record: typeof sp.memory.record = async (...given) => {
      await gate;
      return sp.memory.record(...given);
    };
    const { app } = aServiceProvider(options, { ...sp, memory: { ...sp.memory, record } });
    return { app, logins, goOn };
  }
  const post = (app: Parameters<typeof request>[0]) =>
    request(app).post('/login/saml').type('form').send({ SAMLResponse: good.base64 });

  it('are judged so many at a time, others wait, and whoever finds the line full is told to come again', async () => {
    const { app, logins, goOn } = slowHarness({ maxPostsAtOnce: 2, maxPostsWaiting: 1 });
    const server = app.listen(0, '127.0.0.1');
    try {
      const answers = [post(server), post(server), post(server), post(server)].map((one) =>
        one.then((answer) => answer),
      );
      const turnedAway = await Promise.race(answers);
      expect(turnedAway.status).toBe(503);
      expect(turnedAway.headers['retry-after']).toBe('1');
      expect(turnedAway.text).toContain(
        '2 messages are being judged and 1 wait, so this one was not taken and not recorded.',
      );
      expect(turnedAway.text).toContain('--max-posts-at-once');
      expect(turnedAway.text).toContain(`request ${turnedAway.headers['x-request-id']}`);
      goOn();
      const statuses = (await Promise.all(answers)).map(({ status }) => status).sort();
      expect(statuses).toEqual([302, 403, 403, 503]);
      expect(await logins()).toHaveLength(3);
      expect((await post(server)).status).toBe(403);
    } finally {
      server.close();
    }
  });
});

describe('What is stored', () => {
  it('is at most so many megabytes: the oldest logins make room', async () => {
    const { harness, post, records } = await rehearse({ retainMegabytes: 1, maxBodyBytes: 1_048_576 });
    const first = (await post(large)).login;
    for (let n = 0; n < 4; n++) await post(large);
    const ids = (await records()).map(({ id }) => id);
    expect(ids).not.toContain(first.id);
    expect(ids.length).toBeGreaterThan(0);
    expect((await harness.logins.size()).bytes).toBeLessThanOrEqual(1_048_576);
  });
});
