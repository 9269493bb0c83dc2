/** When something of ours breaks, the message is kept if it can be, and the sender is told what to do. */
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { explainStore } from '../../src/logins/explain-store.js';
import type { AnsweredLogin } from '../../src/logins/login.js';
import { explainSqlite } from '../../src/logins/sqlite-errors.js';
import { aResponse } from '../a-response.js';
import { aServiceProvider } from './a-service-provider.js';

const good = () => aResponse({ unsolicited: true });

describe('When something of ours breaks', () => {
  it.each(['/login/saml', '/login/sso/mpp'])(
    'the message posted to %s is recorded and the answer is a page',
    async (path) => {
      const settings = async () => {
        throw new Error('the metadata is gone');
      };
      const { app, logins } = aServiceProvider({}, { settings });
      const answer = await request(app).post(path).type('form').send({ SAMLResponse: good().base64 });
      const [login] = (await logins()) as AnsweredLogin[];
      expect([answer.status, login?.received.samlResponse]).toEqual([403, good().base64]);
      expect(answer.text).toContain(`/logins/${login?.id}`);
      expect(login?.diagnosis.findings[0]).toMatchObject({ status: 'crashed' });
    },
  );

  it('and nothing can be kept, the sender is told to try again', async () => {
    const { sp } = aServiceProvider();
    const record = async () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    };
    const memory = explainStore({ ...sp.memory, record }, explainSqlite('/data/logins.db'));
    const { app } = aServiceProvider({}, { memory });
    const answer = await request(app).post('/login/saml').type('form').send({ SAMLResponse: good().base64 });
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.text).toContain('Logins cannot be stored right now, so nothing was taken.');
  });

  it('and a login is kept but no session can be, the sender is told to log on anew, not to send it again', async () => {
    const { sp } = aServiceProvider();
    const save = async () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    };
    const memory = explainStore(
      { ...sp.memory, sessions: { ...sp.memory.sessions, save } },
      explainSqlite('/data/logins.db'),
    );
    const { app, logins } = aServiceProvider({}, { memory });
    const answer = await request(app).post('/login/saml').type('form').send({ SAMLResponse: good().base64 });
    const [login] = await logins();
    expect(login?.accepted).toBe(true);
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.text).toContain(`This login was accepted and is kept (${login?.id}), but nobody could be signed in`);
    expect(answer.text).toContain('Do not send it again');
  });
});
