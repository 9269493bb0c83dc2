/** A harness that nobody has told the identity provider yet: refused, and everybody is told what to do. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { loginLine } from '../../src/cli/login-line.js';
import type { AnsweredLogin } from '../../src/logins/login.js';
import { reportedLogin } from '../../src/report/reported-message.js';
import { verdictLine } from '../../src/report/verdict.js';
import { aResponse } from '../a-response.js';
import { aServiceProvider, ORIGIN } from './a-service-provider.js';

const IMPORT = `${ORIGIN}/setup/authentication-profile`;
const { app, logins } = aServiceProvider({ profile: {} });
let refused: request.Response;
let login: AnsweredLogin;
beforeAll(async () => {
  const { base64: SAMLResponse } = aResponse({ unsolicited: true });
  refused = await request(app).post('/login/saml').type('form').send({ SAMLResponse });
  [login] = (await logins()) as [AnsweredLogin];
});
const textOf = async (path: string) => (await request(app).get(path)).text;

describe('A login before any metadata was imported', () => {
  it('is refused without a root cause: nothing was found wrong', () => {
    expect([refused.status, login.accepted, login.diagnosis.rootCause]).toEqual([403, false, null]);
  });

  it('says so on the page of the refusal, with the place to import', () => {
    expect(refused.text).toContain('This rehearsal knows no certificate of the identity provider yet');
    expect(refused.text).toContain(`href="${IMPORT}?account=C46A75"`);
  });

  it('says so in the list and on its own page, and never that all is well', async () => {
    for (const path of ['/', `/logins/${login.id}`]) {
      const text = await textOf(path);
      expect(text).toContain('No signature could be judged: no certificate of the identity provider is known here.');
      expect(text).not.toMatch(/Every check that applies has passed|\d+ checks passed|Nothing to note/);
    }
    expect(await textOf(`/logins/${login.id}`)).toContain('href="/setup/authentication-profile?account=C46A75"');
  });

  it('says so on the command line', () => {
    expect(loginLine(login)).toContain('no certificate of the identity provider: import its metadata');
    expect(verdictLine(reportedLogin(login))).toContain(
      "not accepted: nothing wrong was found, but could not be checked without the identity provider's signing certificate",
    );
  });

  it('cannot be begun here either, and the page leads to the import', async () => {
    const page = await request(app).get('/login/saml?email=b%40contoso.com&account=C46A75');
    expect(page.status).toBe(409);
    expect(page.text).toContain(`href="${IMPORT}?account=C46A75"`);
  });
});
