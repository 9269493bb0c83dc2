/** SIGTERM while requests are on their way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqlite } from '../../src/logins/open-sqlite.js';
import { goodResponse, startProgram } from './a-program.js';

const IN_FLIGHT = 8;

/** A request whose headers have been read by the server, which now waits for the body. */
async function begun(url: string, method: 'GET' | 'POST'): Promise<{ finish(body: string): Promise<IncomingMessage> }> {
  const sent: ClientRequest = request(url, {
    method,
    headers: { 'content-type': 'application/x-www-form-urlencoded', expect: '100-continue' },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
  sent.flushHeaders();
  await new Promise((resolve) => sent.once('continue', resolve));
  return {
    finish(body) {
      sent.end(body);
      return answered;
    },
  };
}

/** Resolves once nobody listens there any more. */
async function closed(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  for (;;) {
    const socket = connect({ host: hostname, port: Number(port) });
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (!isOpen) return;
  }
}

describe('A harness that is told to stop', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stopped-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('answers the posts that had begun, ends live updates and waits, and exits with 0', async () => {
    const program = await startProgram(folder);
    const posts = [];
    for (let index = 0; index < IN_FLIGHT; index++) posts.push(await begun(`${program.url}/login/saml`, 'POST'));
    const live = await fetch(`${program.url}/api/v1/events`);
    const waiting = (await begun(`${program.url}/api/v1/logins/next?timeout=300`, 'GET')).finish('');
    program.child.kill('SIGTERM');
    await closed(program.url);
    expect((await waiting).statusCode).toBe(204);
    expect(await live.text()).toContain('retry: 1000');
    const statuses = [];
    for (const each of posts) {
      const body = new URLSearchParams({ SAMLResponse: (await goodResponse()).samlResponse });
      const answer = await each.finish(body.toString());
      answer.resume();
      statuses.push([answer.statusCode, answer.headers.connection]);
    }
    expect(statuses).toEqual(Array.from({ length: IN_FLIGHT }, () => [302, 'close']));
    expect(await program.ended).toMatchObject({ code: 0, signal: null });
    const kept = await openSqlite(join(folder, 'data', 'logins.db'));
    const { logins } = await kept.logins.list();
    expect(logins.map(({ accepted }) => accepted)).toEqual(Array.from({ length: IN_FLIGHT }, () => true));
    await kept.logins.close();
  });
});
