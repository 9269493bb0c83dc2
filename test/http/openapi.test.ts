/** The APIs describe themselves: validly, completely, and as they answer. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { createHarness, type Harness } from '../../src/index.js';
import { type DescribedApi, describedApi } from './described-api.js';

let harness: Harness;
let sp: DescribedApi;
let entra: DescribedApi;
beforeAll(async () => {
  harness = await createHarness();
  sp = await describedApi(harness.url);
  entra = await describedApi(harness.entra.url);
});
afterAll(() => harness.stop());

/** Every route that stands in the sources of a folder, as OpenAPI writes it. */
function routesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [...text.matchAll(/router\s*\.(get|put|post|delete|patch|all|route)\(\s*(\S)([^'"`]*)/g)].map(
        ([, verb, quote, path]) => {
          if (quote !== "'") throw new Error(`a route of ${name} is not written as one text: ${path}`);
          return `${verb?.toUpperCase()} ${path?.replace(/:(\w+)/g, '{$1}')}`;
        },
      );
    });
}

describe.each([
  ['the service provider', 'src/http/api', () => sp],
  ['the stand-in', 'src/http/entra/api', () => entra],
])('The description of %s', (_what, folder, api) => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(api().document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('has every route, and no other', () => {
    const ofBoth = routesIn('src/http/api').filter((route) => route === 'GET /openapi.json');
    expect([...api().operations].sort()).toEqual([...new Set([...ofBoth, ...routesIn(folder)])].sort());
  });

  it('has a name of its own for every operation', () => {
    const paths = api().document['paths'] as Record<string, Record<string, { operationId: string }>>;
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('Every answer of the service provider is as described:', () => {
  it('logins', async () => {
    const { call } = sp;
    // Whichever is first, the question or the login.
    const waiting = call('GET', '/logins/next?after=0&timeout=30');
    const refused = await harness.signIn({ faults: ['wrong-audience'] });
    expect((await waiting).body.id).toBe(refused.id);
    const good = await harness.signIn({ relayState: '/x' });
    await harness.signIn({ flow: 'idp-initiated', user: 'Adele.Vance@contoso.com' });
    expect((await call('GET', '/logins?limit=2')).body.next).toBeDefined();
    expect((await call('GET', '/logins?accepted=false')).body.logins).toHaveLength(1);
    expect((await call('GET', `/logins/${good.id}`)).body).toEqual(JSON.parse(JSON.stringify(good)));
    expect((await call('GET', '/logins/latest')).status).toBe(200);
    expect((await call('GET', '/logins/nobody')).status).toBe(404);
    expect((await call('GET', `/logins/${good.id}/xml`)).body).toContain('<samlp:Response');
    expect((await call('GET', '/logins/nobody/xml')).status).toBe(404);
    expect((await call('DELETE', `/logins/${refused.id}`)).status).toBe(204);
    expect((await call('DELETE', `/logins/${refused.id}`)).status).toBe(404);
    expect((await call('GET', '/logins/next?after=0')).body.id).toBe(good.id);
    expect(
      (await call('GET', `/logins/next?after=${(await call('GET', '/logins/latest')).body.id}&timeout=0`)).status,
    ).toBe(204);
    expect((await call('GET', '/logins/next?timeout=0')).status).toBe(204);
  });

  it('a login that waits for its answer', async () => {
    await fetch(`${harness.url}/login/saml?email=B.Simon@contoso.com`, { redirect: 'manual' });
    const { logins } = (await sp.call('GET', '/logins')).body;
    expect(logins[0].state).toBe('pending');
  });

  it('reports, redacted unless told otherwise', async () => {
    const login = await harness.signIn({ faults: ['wrong-audience'] });
    const json = JSON.stringify((await sp.call('GET', `/logins/${login.id}/report.json`)).body);
    expect(json).toContain('audience-matches');
    expect(json).not.toContain('B.Simon@contoso.com');
    const open = JSON.stringify((await sp.call('GET', `/logins/${login.id}/report.json?redact=none`)).body);
    expect(open).toContain('B.Simon@contoso.com');
    const page = (await sp.call('GET', `/logins/${login.id}/report.html`)).body;
    expect(page).toContain('<html');
    expect(page).not.toContain('B.Simon@contoso.com');
    expect((await sp.call('GET', '/logins/nobody/report.html')).status).toBe(404);
    expect((await sp.call('GET', '/logins/nobody/report.json')).status).toBe(404);
    const bytes = await fetch(`${harness.url}/api/v1/logins/${login.id}/report.html`);
    expect(bytes.headers.get('content-disposition')).toBe(`attachment; filename="login-${login.id}.html"`);
  });

  it('a diagnosis', async () => {
    const message = (await harness.signIn()).received.samlResponse;
    const metadata = await harness.entra.metadata();
    const judged = await sp.call('POST', '/diagnose', { message, identityProvider: { metadata } });
    expect(judged.body.accepted).toBe(true);
    expect((await sp.call('POST', '/diagnose', { message: '', at: 'then' })).body.error.message).toContain('at');
    expect((await sp.call('POST', '/diagnose', { message: 'nonsense', secondOpinion: false })).body.accepted).toBe(
      false,
    );
  });

  it('settings and the internal directory', async () => {
    const { call } = sp;
    await call('GET', '/rehearsal');
    expect((await call('GET', '/rehearsal/steps')).body.steps.length).toBeGreaterThan(10);
    expect((await call('GET', '/rehearsal/steps?accountCode=CNONE')).status).toBe(404);
    await call('GET', '/openapi.json');
    await call('GET', '/authentication-profile');
    expect((await call('PUT', '/authentication-profile', { allowSingleSignOn: true })).status).toBe(200);
    expect((await call('PUT', '/authentication-profile', { allowSingelSignOn: true })).status).toBe(400);
    const metadataXml = await harness.entra.metadata();
    expect((await call('POST', '/authentication-profile/import', { metadataXml })).status).toBe(200);
    const ofNobody = '/authentication-profile?accountCode=CNONE';
    expect((await call('GET', ofNobody)).status).toBe(404);
    expect((await call('PUT', ofNobody, {})).status).toBe(404);
    expect((await call('POST', '/authentication-profile/import?accountCode=CNONE', { metadataXml })).status).toBe(404);
    expect((await call('POST', '/authentication-profile/import', { metadataXml: '<x/>' })).status).toBe(400);
    const metadataUrl = 'http://127.0.0.1:1/metadata.xml';
    expect((await call('POST', '/authentication-profile/import', { metadataUrl })).status).toBe(502);
    expect((await call('POST', '/directory/addresses', { email: 'new@contoso.com' })).status).toBe(201);
    expect((await call('POST', '/directory/addresses', { email: 'none' })).status).toBe(400);
    expect((await call('GET', '/directory/addresses')).body.addresses).toHaveLength(4);
    expect((await call('DELETE', '/directory/addresses/new@contoso.com')).status).toBe(204);
    expect((await call('DELETE', '/directory/addresses/new@contoso.com')).status).toBe(404);
  });

  it('and all of them were seen here, but what needs a token, another content type, or never ends', async () => {
    await sp.call('DELETE', '/logins');
    const unseen = sp.promised.filter((one) => !sp.answered.has(one) && !/ (401|429)$/.test(one));
    expect(unseen.sort()).toEqual(['GET /events 200', 'POST /diagnose 415']);
  });
});

describe('Every answer of the stand-in is as described:', () => {
  it('the application and its certificates', async () => {
    const { call } = entra;
    const { body } = await call('GET', '/application');
    expect(body.identifiers).toEqual([`${harness.url}/sso/C46A75`]);
    expect((await call('PUT', '/application', { signOnUrl: `${harness.url}/login/saml` })).status).toBe(200);
    const groupClaim = { groups: 'All groups', sourceAttribute: 'Group ID' };
    expect((await call('PUT', '/application', { signOnUrl: null, groupClaim })).status).toBe(200);
    expect((await call('PUT', '/application', { replyUrls: ['ftp://x'] })).status).toBe(400);
    const first = body.certificates[0].thumbprint;
    const made = await call('POST', '/application/certificates', { notAfter: '2030-01-01T00:00:00Z' });
    expect((await call('POST', '/application/certificates', { notAfter: 'later' })).status).toBe(400);
    expect((await call('PUT', `/application/certificates/${made.body.thumbprint}/active`)).status).toBe(204);
    expect((await call('PUT', '/application/certificates/00/active')).status).toBe(400);
    expect((await call('DELETE', `/application/certificates/${first}`)).status).toBe(204);
    expect((await call('DELETE', `/application/certificates/${first}`)).status).toBe(400);
    expect((await call('DELETE', '/application/certificates/active')).status).toBe(204);
  });

  it('users and assignments', async () => {
    const { call } = entra;
    expect(
      (await call('POST', '/users', { userPrincipalName: 'new@contoso.com', attributes: { a: 'b' } })).status,
    ).toBe(201);
    expect((await call('POST', '/users', { userPrincipalName: 'new@contoso.com', admin: true })).status).toBe(400);
    await call('GET', '/users');
    expect((await call('PUT', '/assignments/new@contoso.com')).status).toBe(200);
    expect((await call('PUT', '/assignments/nobody@contoso.com')).status).toBe(400);
    await call('GET', '/assignments');
    expect((await call('DELETE', '/assignments/new@contoso.com')).status).toBe(204);
    expect((await call('DELETE', '/assignments/new@contoso.com')).status).toBe(404);
    expect((await call('DELETE', '/users/new@contoso.com')).status).toBe(204);
    expect((await call('DELETE', '/users/new@contoso.com')).status).toBe(404);
  });

  it('faults and the next login', async () => {
    const { call } = entra;
    expect((await call('POST', '/faults', { faults: ['wrong-audience'], times: 2 })).body.next.times).toBe(2);
    expect((await call('GET', '/faults')).body.faults.length).toBeGreaterThan(100);
    expect((await call('POST', '/faults', { faults: ['wrong-audince'] })).status).toBe(400);
    expect((await call('POST', '/faults', { faults: [] })).status).toBe(200);
    const user = 'Adele.Vance@contoso.com';
    expect((await call('POST', '/logins/next', { user, claims: { department: 'IT' } })).body).toEqual({ queued: 1 });
    expect((await call('POST', '/logins/next', { faults: ['no-such'] })).status).toBe(400);
    await call('GET', '/openapi.json');
  });

  it('and all of them were seen here', () => {
    expect(entra.promised.filter((one) => !entra.answered.has(one) && !/ (401|429)$/.test(one))).toEqual([]);
  });
});

describe('With a token', () => {
  it('an answer without one is as described, and the description itself asks for it', async () => {
    const guarded = await createHarness({ token: 'a-long-enough-token' });
    const answer = await fetch(`${guarded.url}/api/v1/openapi.json`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'text/plain; charset=utf-8']);
    await guarded.stop();
  });
});
