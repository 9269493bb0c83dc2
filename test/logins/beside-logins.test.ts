/** What every store keeps beside the logins: requests on their way, accepted assertions, sessions and documents. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Memory } from '../../src/logins/memory.js';
import { minutes, START, stores } from './every-store.js';

describe.each(stores)('Beside the logins, %s keeps', (_name, open) => {
  let memory: Memory;
  beforeEach(async () => {
    memory = await open();
  });
  afterEach(() => memory.logins.close());

  describe('requests', () => {
    const request = { id: '_r1', loginId: 'l1', sentAt: START, expires: minutes(10) };

    it('as pending, then used, and only once, however many ask at the same time', async () => {
      await memory.requests.add(request);
      expect((await memory.requests.look('_r1', minutes(1))).state).toBe('pending');
      const won = await Promise.all(Array.from({ length: 5 }, () => memory.requests.consume('_r1', minutes(1))));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await memory.requests.look('_r1', minutes(1))).toEqual({ state: 'already-used', request });
    });

    it('as expired after their time, and as unknown when they never were', async () => {
      await memory.requests.add(request);
      expect((await memory.requests.look('_r1', minutes(11))).state).toBe('expired');
      expect(await memory.requests.consume('_r1', minutes(11))).toBe(false);
      expect((await memory.requests.look('_other', START)).state).toBe('unknown');
    });

    it('as completed by the first answer only, however many come at the same time', async () => {
      await memory.requests.add(request);
      const won = await Promise.all(Array.from({ length: 5 }, () => memory.requests.claimRecord('_r1')));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await memory.requests.claimRecord('_other')).toBe(false);
      expect((await memory.requests.look('_r1', START)).state).toBe('pending');
    });

    it('without asking about one using it up', async () => {
      await memory.requests.add(request);
      await memory.requests.look('_r1', START);
      expect(await memory.requests.consume('_r1', START)).toBe(true);
    });
  });

  it('a session until it ends or is ended', async () => {
    const { sessions } = memory;
    await sessions.save('s1', 'one', START, minutes(10));
    await sessions.save('s1', 'two', START, minutes(10));
    expect([await sessions.load('s1', minutes(9)), await sessions.load('s1', minutes(10))]).toEqual(['two', undefined]);
    await sessions.remove('s1');
    expect(await sessions.load('s1', START)).toBeUndefined();
  });

  it('documents by name, of several that are the first the one that came first', async () => {
    const { documents } = memory;
    const first = await Promise.all(['a', 'b', 'c'].map((text) => documents.keepFirst('secret', text)));
    expect(new Set(first).size).toBe(1);
    expect(await documents.load('secret')).toBe(first[0]);
    await documents.save('secret', 'd');
    expect(await documents.load('secret')).toBe('d');
    expect(await documents.names()).toEqual(['secret']);
    expect(await documents.load('other')).toBeUndefined();
  });

  it('an accepted assertion once, until it may be forgotten', async () => {
    const remember = () => memory.assertions.remember('idp', '_a1', 'l1', START, minutes(60));
    expect((await Promise.all([remember(), remember(), remember()])).filter(Boolean)).toHaveLength(1);
    expect(await memory.assertions.look('idp', '_a1')).toMatchObject({ loginId: 'l1', acceptedAt: START });
    expect(await memory.assertions.look('another idp', '_a1')).toBeUndefined();
    expect(await memory.assertions.remember('idp', '_a1', 'l2', minutes(61), minutes(120))).toBe(true);
  });
});
