/** What is too much: bytes, fields, elements, depth, logins begun. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createMemoryRequests } from '../../src/logins/memory-state.js';
import { startLogin } from '../../src/logins/start-login.js';
import { aResponse, GOOD_AT } from '../a-response.js';
import { aRehearsal } from './a-rehearsal.js';

let rehearsal: Awaited<ReturnType<typeof aRehearsal>>;
beforeAll(async () => {
  rehearsal = await aRehearsal();
});
afterAll(() => rehearsal.harness.stop());

const good = aResponse({ unsolicited: true });
const MEGABYTE = 1024 * 1024;

describe('A post that is too large', () => {
  it('S17: a body of 257 KiB is answered with 413', async () => {
    const { answer, login, sentences } = await rehearsal.post('A'.repeat(257 * 1024));
    expect([answer.status, login.accepted]).toEqual([413, false]);
    expect(sentences).toEqual({ 'message-size-acceptable': '263181 bytes were sent; at most 262144 are read.' });
    expect(login.received.samlResponse).toBeUndefined();
  });

  it('S17: 1,001 parameters are answered with 413, a good response among them', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => [`p${index}`, 'x'] as const);
    const { answer, login, sentences } = await rehearsal.post(good.base64, ...many);
    expect([answer.status, login.accepted]).toEqual([413, false]);
    expect(sentences).toEqual({
      'message-size-acceptable': 'The form has more than 1,000 fields; none of them was read.',
    });
  });
});

const withContent = (content: string) =>
  Buffer.from(good.xml.replace('</samlp:Status>', `</samlp:Status>${content}`)).toString('base64');
const bogus = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>';
const nested = (depth: number) =>
  Array.from({ length: depth }, (_, level) => `<a xmlns="urn:${level.toString(36)}">`).join('') + '</a>'.repeat(depth);
const attributes = Array.from({ length: 5_000 }, (_, index) => ` a${index}=""`).join('');
const TOO_MANY = 'There are more than 3000 elements.';
const TOO_DEEP = 'Elements are nested more than 32 deep.';

describe('A message that costs more than it is worth', () => {
  const costly: readonly [what: string, xml: string, sentence: string][] = [
    ['S18: 18,000 siblings with a bogus signature', `${'<a/>'.repeat(18_000)}${bogus}`, TOO_MANY],
    ['S18: 1,500 bogus signatures', bogus.repeat(1_500), TOO_MANY],
    [
      'S18: 5,000 attributes on one element',
      `<a${attributes}/>`,
      'An element has more than 64 attributes and namespace declarations.',
    ],
    ['S19: 7,000 nested namespaces', nested(7_000), TOO_DEEP],
    ['S19: a depth of 25,000', `${'<a>'.repeat(25_000)}${'</a>'.repeat(25_000)}`, TOO_DEEP],
  ];
  for (const [what, xml, sentence] of costly) {
    it(`${what}, and the message is refused before it costs memory`, async () => {
      const before = process.memoryUsage().rss;
      const { answer, login, sentences } = await rehearsal.post(withContent(xml));
      expect([answer.status, login.accepted]).toEqual([403, false]);
      expect(sentences).toEqual({ 'message-size-acceptable': sentence });
      expect(process.memoryUsage().rss - before).toBeLessThan(64 * MEGABYTE);
    });
  }

  it('S18: 2,000 elements in Extensions are below the limit, and the response is accepted', async () => {
    const extensions = `<samlp:Extensions>${'<a xmlns="urn:x"/>'.repeat(2_000)}</samlp:Extensions>`;
    const xml = good.xml.replace('<samlp:Status>', `${extensions}<samlp:Status>`);
    const { answer, sentences } = await rehearsal.post(Buffer.from(xml).toString('base64'));
    expect([answer.status, sentences]).toEqual([302, {}]);
  });
});

describe('Logins that are begun and never answered', () => {
  it('S20: of 1,000 in a row only the newest that are kept are kept', async () => {
    const { harness, moveClock, records } = await aRehearsal({ retain: 100 });
    try {
      const { serviceProvider } = harness;
      for (let begun = 0; begun < 999; begun++) {
        moveClock(1);
        await startLogin(serviceProvider);
      }
      await request(harness.app).get('/login/saml').query({ email: 'B.Simon@contoso.com' }).expect(200);
      const kept = await records();
      expect(kept).toHaveLength(100);
      expect(kept.every(({ state }) => state === 'pending')).toBe(true);
    } finally {
      await harness.stop();
    }
  });

  it('S20: more open requests than are kept drop the oldest', async () => {
    const requests = createMemoryRequests(1_000);
    const expires = new Date(GOOD_AT.getTime() + 600_000);
    for (let index = 0; index <= 1_000; index++) {
      await requests.add({ id: `_${index}`, loginId: `l${index}`, sentAt: GOOD_AT, expires });
    }
    expect((await requests.look('_0', GOOD_AT)).state).toBe('unknown');
    expect((await requests.look('_1', GOOD_AT)).state).toBe('pending');
    expect((await requests.look('_1000', GOOD_AT)).state).toBe('pending');
  });
});
