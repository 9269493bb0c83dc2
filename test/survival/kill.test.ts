/** kill -9 in the middle of a stream of logins. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allLogins, assertionIdOf, goodResponse, post, startProgram } from './a-program.js';

const CLIENTS = 8;
const KILLED_AFTER = 40;
const PREPARED = 80;

describe('A harness that is killed while logins come in', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'killed-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has every login it acknowledged, and takes the others when they are sent again', async () => {
    const prepared = [];
    for (let index = 0; index < PREPARED; index++) prepared.push(await goodResponse());
    const waiting = [...prepared];
    const acknowledged = new Set<string>();
    const unanswered: typeof prepared = [];
    const first = await startProgram(folder);
    const client = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const answer = await post(first.url, next.samlResponse).catch(() => undefined);
        if (answer?.status === 302) acknowledged.add(assertionIdOf(next.xml));
        else unanswered.push(next);
        if (acknowledged.size === KILLED_AFTER) first.child.kill('SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    expect((await first.ended).signal).toBe('SIGKILL');
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILLED_AFTER);
    expect(unanswered.length).toBeGreaterThan(CLIENTS);

    const second = await startProgram(folder);
    try {
      const kept = new Set((await allLogins(second.url)).filter((one) => one.accepted).map((one) => one.assertion?.id));
      expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
      // Nothing is used up by a login of which there is no record.
      for (const one of unanswered.slice(0, CLIENTS)) {
        const { status } = await post(second.url, one.samlResponse);
        expect([assertionIdOf(one.xml), status]).toEqual([
          assertionIdOf(one.xml),
          kept.has(assertionIdOf(one.xml)) ? 403 : 302,
        ]);
      }
    } finally {
      second.child.kill('SIGTERM');
      await second.ended;
    }
  });
});
