/** Forgetting logins, as a person does it at the pages, without a script. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { aResponse } from '../../a-response.js';
import { aRehearsal } from '../../security/a-rehearsal.js';

let rehearsal: Awaited<ReturnType<typeof aRehearsal>>;
beforeAll(async () => {
  rehearsal = await aRehearsal();
});
afterAll(() => rehearsal.harness.stop());

const good = aResponse({ unsolicited: true }).base64;
const page = async (path: string) => (await request(rehearsal.harness.app).get(path)).text;
/** Presses the button of the form that is on a page, as a browser would. */
async function press(path: string, button: string) {
  const [, action, label] =
    /<form method="post" action="([^"]+)">.*?<button[^>]*>([^<]+)<\/button>/s.exec(await page(path)) ?? [];
  expect(label).toBe(button);
  return request(rehearsal.harness.app).post(String(action)).type('form').send('');
}

describe('Delete', () => {
  it('this login: it asks, then the login is gone from page, list and API, and the others are not', async () => {
    const { login: kept } = await rehearsal.post(good);
    const { login } = await rehearsal.post('no base64');
    expect(await page(`/logins/${login.id}`)).toContain('A replay of its response is still recognised.');
    const answer = await press(`/logins/${login.id}`, 'Delete this login for good');
    expect([answer.status, answer.headers['location']]).toEqual([303, '/']);
    expect((await rehearsal.records()).map(({ id }) => id)).toEqual([kept.id]);
    await request(rehearsal.harness.app).get(`/logins/${login.id}`).expect(404);
    await request(rehearsal.harness.app).get(`/api/v1/logins/${login.id}`).expect(404);
    await request(rehearsal.harness.app).post(`/logins/${login.id}/delete`).expect(404);
  });

  it('this login does not make its response good again', async () => {
    const [login] = await rehearsal.records();
    await press(`/logins/${login?.id}`, 'Delete this login for good');
    const { sentences } = await rehearsal.post(good);
    expect(Object.keys(sentences)).toEqual(['assertion-not-replayed']);
  });

  it('a login that waits for its answer, too: the answer then is one of its own', async () => {
    const { begun, respond } = await rehearsal.begin();
    await press(`/logins/${begun.id}`, 'Delete this login for good');
    const { login } = await rehearsal.post(respond());
    expect(login.id).not.toBe(begun.id);
  });

  it('all logins: the list is as on the first day', async () => {
    expect(await page('/')).toContain('also those on other pages and those the filter hides');
    expect((await press('/', 'Delete all logins for good')).status).toBe(303);
    expect(await rehearsal.records()).toEqual([]);
    expect(await page('/')).not.toContain('Delete all logins');
  });

  it('is nothing another site can press', async () => {
    const { login } = await rehearsal.post('x');
    for (const path of [`/logins/${login.id}/delete`, '/delete-logins']) {
      await request(rehearsal.harness.app).post(path).set('Origin', 'https://evil.example').expect(403);
      await request(rehearsal.harness.app).post(path).set('Origin', 'null').expect(403);
      await request(rehearsal.harness.app).get(path).expect(404);
    }
    expect(await rehearsal.records()).toHaveLength(1);
  });

  it('may be pressed in a browser: the page says where it is from when it posts to us', async () => {
    const { login } = await rehearsal.post('x');
    for (const path of ['/', `/logins/${login.id}`]) {
      await request(rehearsal.harness.app).get(path).expect('Referrer-Policy', 'same-origin');
    }
  });
});
