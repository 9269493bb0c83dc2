/** A login and what it uses up, its request and its assertion, are recorded together or not at all; once, whoever else comes. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Memory } from '../../src/logins/memory.js';
import { login, minutes, START, stores } from './every-store.js';

describe.each(stores)('An answered login, with what it takes, recorded in %s', (name, open) => {
  let memory: Memory;
  beforeEach(async () => {
    memory = await open();
    await memory.requests.add({ id: '_r1', loginId: 'begun', sentAt: START, expires: minutes(10) });
  });
  afterEach(() => memory.logins.close());
  const answers = { requestId: '_r1', loginId: 'begun' };
  const assertion = { issuer: 'idp', id: '_a1', forgetAfter: minutes(60) };
  const taking = { at: START, answers, consumes: true, assertion };
  const requestState = async () => (await memory.requests.look('_r1', START)).state;

  it('completes the login that was begun, and uses up its request and its assertion', async () => {
    const one = login();
    expect(await memory.record(one, taking)).toEqual({ ...one, id: 'begun' });
    expect((await memory.logins.list()).logins).toEqual([{ ...one, id: 'begun' }]);
    expect(await requestState()).toBe('already-used');
    expect(await memory.assertions.look('idp', '_a1')).toMatchObject({ loginId: 'begun' });
  });

  it('is recorded once, however many come at the same time', async () => {
    const won = await Promise.all([1, 2, 3, 4].map(() => memory.record(login(), taking)));
    expect(won.filter((one) => one !== undefined)).toHaveLength(1);
    expect((await memory.logins.list()).logins).toHaveLength(1);
  });

  it('is recorded although another that came at the same time cannot be', async () => {
    const unwritable = login({ claims: { broken: [1n as never] } });
    const outcomes = await Promise.allSettled([
      memory.record(unwritable, { at: START, assertion: { ...assertion, id: '_other' } }),
      memory.record(login(), taking),
    ]);
    // Memory writes nothing down and so takes both.
    const isTaken = name === 'memory';
    expect(outcomes.map(({ status }) => status)).toEqual([isTaken ? 'fulfilled' : 'rejected', 'fulfilled']);
    expect((await memory.assertions.look('idp', '_other')) !== undefined).toBe(isTaken);
    expect(await memory.assertions.look('idp', '_a1')).toMatchObject({ loginId: 'begun' });
  });

  it('changes nothing when its assertion was used before', async () => {
    await memory.record(login(), { at: START, assertion });
    expect(await memory.record(login(), taking)).toBeUndefined();
    expect(await requestState()).toBe('pending');
    expect(await memory.requests.claimRecord('_r1')).toBe(true);
  });

  it('changes nothing when its request was used before', async () => {
    await memory.requests.consume('_r1', START);
    expect(await memory.record(login(), taking)).toBeUndefined();
    expect(await memory.assertions.look('idp', '_a1')).toBeUndefined();
    expect((await memory.logins.list()).logins).toEqual([]);
  });

  it('completes the begun login when it is refused too, and the next answer has a record of its own', async () => {
    const [junk, genuine] = [login({ failed: ['signature-present'] }), login()];
    expect(await memory.record(junk, { at: START, answers, consumes: false })).toMatchObject({ id: 'begun' });
    expect(await requestState()).toBe('pending');
    expect(await memory.record(genuine, taking)).toMatchObject({ id: genuine.id });
  });
});
