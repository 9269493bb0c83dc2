import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { decodeRedirect } from '../../../src/saml/bindings.js';
import { testKey } from '../../keys.js';
import { anEntraSite, postedResponse } from './an-entra-site.js';

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('The single sign-on page', () => {
  it('shows the five steps in the words and the order of the portal', async () => {
    const { app, entra } = anEntraSite();
    const page = await request(app).get('/').expect(200);
    const headings = [...page.text.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map((match) => match[1]);
    expect(headings).toEqual([
      'My Apps',
      'Basic SAML Configuration',
      'Attributes &amp; Claims',
      'SAML Certificates',
      'Set up Mimecast',
      'Test single sign-on with Mimecast',
    ]);
    const text = textOf(page.text);
    expect(text).toContain('Identifier (Entity ID) http://localhost:7010/sso/C46A75');
    expect(text).toContain('Reply URL (Assertion Consumer Service URL) http://localhost:7010/login/saml');
    expect(text).toContain('emailaddress user.mail');
    expect(text).toContain('Expiration 2028-06-01 08:00');
    expect(text).toContain(`App Federation Metadata Url ${entra.metadataUrl()}`);
    expect(text).toContain(`Microsoft Entra Identifier ${entra.issuer}`);
    expect(text).toContain('Test this application');
    expect(text).toContain('Stand-in for Microsoft Entra ID. Not Microsoft’s.');
  });

  it('tests the application with the request of the fixed ID, which ends in a response nobody asked for', async () => {
    const { app, entra } = anEntraSite({ application: { relayState: 'mail' } });
    const launched = await request(app).get('/launch').expect(303);
    const location = new URL(String(launched.headers.location));
    expect(location.href.startsWith(entra.loginUrl())).toBe(true);
    const { message } = decodeRedirect(location.search);
    expect(message?.xml).toContain('ID="F84D888AA3B44C1B844375A4E8210D9E"');
    expect(message?.relayState).toBe('mail');
    const posted = await request(app).get(
      `${location.pathname}${location.search}&auto=1&login_hint=B.Simon@contoso.com`,
    );
    expect(postedResponse(posted.text)).not.toContain('InResponseTo');
    expect(posted.text).toContain('name="RelayState" value="mail"');
  });

  it('cannot test while signed requests are required, and says so', async () => {
    const { app } = anEntraSite({ application: { requireVerificationCertificates: true } });
    const text = textOf((await request(app).get('/')).text);
    expect(text).not.toContain('Test this application');
    expect(text).toContain('Test is not possible while verification certificates are required');
  });

  it('hands out certificate and metadata as files', async () => {
    const { app } = anEntraSite();
    const pem = await request(app).get('/application/certificate.cer').responseType('blob');
    expect(pem.headers['content-disposition']).toBe('attachment; filename=Mimecast.cer');
    expect(pem.body.toString()).toBe(testKey('idp').certificatePem);
    const der = await request(app).get('/application/certificate.der.cer').responseType('blob');
    expect(der.body.toString('base64')).toBe(testKey('idp').certificatePem.replace(/-----[A-Z ]+-----|\s/g, ''));
    const metadata = await request(app).get('/application/federation-metadata.xml').responseType('blob');
    expect(metadata.body.toString()).toContain('<EntityDescriptor');
  });
});

describe('Basic SAML Configuration', () => {
  const save = (app: Parameters<typeof request>[0], form: string) =>
    request(app).post('/application/basic').type('form').send(form);

  it('offers the regional patterns of the gallery', async () => {
    const { app } = anEntraSite();
    const page = await request(app).get('/application/basic').expect(200);
    expect(page.text).toContain('<option value="https://za-api.mimecast.com/sso/&lt;accountcode>">');
    expect(page.text).toContain('<option value="https://jer-api.mimecast.com/login/saml">');
    // Without it a browser would post the form with "Origin: null".
    expect(page.headers['referrer-policy']).toBe('same-origin');
  });

  it('keeps what is entered, the first of several being the default', async () => {
    const { app, entra } = anEntraSite();
    const form = new URLSearchParams([
      ['identifier', 'https://eu-api.mimecast.com/sso/C46A75'],
      ['identifier', ''],
      ['replyUrl', ' https://eu-api.mimecast.com/login/saml '],
      ['replyUrl', 'http://localhost:7010/login/saml'],
      ['replyUrl', ''],
      ['signOnUrl', ''],
      ['relayState', 'mail'],
    ]);
    const saved = await save(app, form.toString());
    expect([saved.status, saved.headers.location]).toEqual([303, '/']);
    expect(entra.application).toMatchObject({
      identifiers: ['https://eu-api.mimecast.com/sso/C46A75'],
      replyUrls: ['https://eu-api.mimecast.com/login/saml', 'http://localhost:7010/login/saml'],
      relayState: 'mail',
    });
    expect(textOf((await request(app).get('/application/basic')).text)).toContain('Pattern of the gallery: Europe');
  });

  it('says what the portal would not take, and keeps what was', async () => {
    const { app, entra } = anEntraSite();
    const refused = await save(app, 'identifier=a&replyUrl=http%3A%2F%2Feu-api.mimecast.com%2Flogin%2Fsaml');
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/role="alert"[^>]*>[^<]*A Reply URL has to begin with https:\/\//);
    expect(entra.application.replyUrls).toEqual(['http://localhost:7010/login/saml']);
  });
});

describe('Attributes & Claims', () => {
  it('adds a claim, removes one, and asks for groups', async () => {
    const { app, entra } = anEntraSite();
    const row = (name: string, source: string, namespace = ''): [string, string][] => [
      ['claimName', name],
      ['claimNamespace', namespace],
      ['claimSource', source],
      ['claimTransformation', name === 'mail' ? 'ToLowercase()' : ''],
    ];
    const form = new URLSearchParams([
      ['nameIdSource', 'user.mail'],
      ['nameIdFormat', 'Unspecified'],
      ...row('mail', 'user.mail'),
      ...row('', 'user.surname', 'http://gone.example'),
      ...row('tier', '"gold"', 'http://contoso.com/claims'),
      ['groupScope', 'Security groups'],
      ['groupSource', 'Group ID'],
    ]);
    await request(app).post('/application/claims').type('form').send(form.toString()).expect(303);
    expect(entra.application).toMatchObject({
      nameId: { source: 'user.mail', format: 'Unspecified' },
      claims: [
        { name: 'mail', source: 'user.mail', transformation: 'ToLowercase()' },
        { name: 'tier', namespace: 'http://contoso.com/claims', source: '"gold"' },
      ],
      groupClaim: { groups: 'Security groups', sourceAttribute: 'Group ID' },
    });
    expect(textOf((await request(app).get('/')).text)).toContain('tier &quot;gold&quot;');
  });
});

describe('SAML Certificates', () => {
  it('makes, activates and deletes certificates, an expired one too', async () => {
    const { app, entra } = anEntraSite();
    const act = (form: object) => request(app).post('/application/certificates').type('form').send(form);
    await act({ do: 'create', notAfter: '' }).expect(303);
    const [first, second] = await entra.certificates.list();
    await act({ do: 'activate', thumbprint: second?.certificate.thumbprintSha1 }).expect(303);
    const page = textOf((await request(app).get('/application/certificates')).text);
    expect(page).toContain(`Inactive 2028-06-01 08:00 ${first?.certificate.thumbprintSha1}`);
    expect(page).toContain(`Active 2028-06-01 08:00 ${second?.certificate.thumbprintSha1}`);
    const refused = await act({ do: 'remove', thumbprint: second?.certificate.thumbprintSha1 });
    expect(refused.status).toBe(400);
    expect(textOf(refused.text)).toContain(
      'The active certificate cannot be deleted. Make another certificate active first.',
    );
    await act({ do: 'remove', thumbprint: first?.certificate.thumbprintSha1 }).expect(303);
    expect(await entra.certificates.list()).toHaveLength(1);
    expect(textOf((await act({ do: 'create', notAfter: 'soon' })).text)).toContain('is not a date');
  });

  it('keeps signing option, algorithm and certificates of the service provider', async () => {
    const { app, entra } = anEntraSite();
    const form = {
      signingOption: 'Sign SAML response and assertion',
      signingAlgorithm: 'SHA-1',
      requireVerificationCertificates: 'on',
      verificationCertificates: testKey('sp').certificatePem + testKey('other-sp').certificatePem,
      tokenEncryptionCertificate: testKey('sp').certificatePem,
    };
    await request(app).post('/application/certificates').type('form').send(form).expect(303);
    expect(entra.application).toMatchObject({
      signingOption: 'Sign SAML response and assertion',
      signingAlgorithm: 'SHA-1',
      requireVerificationCertificates: true,
      allowRsaSha1: false,
      tokenEncryptionCertificate: testKey('sp').certificatePem,
    });
    expect(entra.application.verificationCertificates).toHaveLength(2);
  });
});

describe('Users', () => {
  it('are created, assigned with a role, unassigned and deleted', async () => {
    const { app, entra } = anEntraSite();
    const post = (path: string, form: object) => request(app).post(path).type('form').send(form);
    await post('/application/properties', {
      name: 'Mimecast EU',
      enabledForUsersToSignIn: 'on',
      assignmentRequired: 'on',
      roleName: 'Administrator',
      roleValue: 'admin',
    }).expect(303);
    const upn = 'Grady.Archie@contoso.com';
    await post('/users', {
      do: 'create',
      userPrincipalName: upn,
      displayName: 'Grady Archie',
      accountEnabled: 'on',
    }).expect(303);
    expect(entra.directory.find(upn)).toMatchObject({ displayName: 'Grady Archie', accountEnabled: true });
    expect(entra.directory.find(upn)).not.toHaveProperty('mail');
    await post('/application/users-and-groups', { do: 'assign', principal: upn, role: 'admin' }).expect(303);
    const page = textOf((await request(app).get('/application/users-and-groups')).text);
    expect(page).toContain(`${upn} User Administrator Remove`);
    await post('/application/users-and-groups', { do: 'remove', principal: upn }).expect(303);
    expect(entra.assignments.list().map(({ principal }) => principal)).not.toContain(upn);
    await post('/users', { do: 'delete', userPrincipalName: upn }).expect(303);
    expect(entra.directory.find(upn)).toBeUndefined();
    const bad = await post('/users', { do: 'create', userPrincipalName: '<b>Grady</b>' });
    expect(bad.status).toBe(400);
    expect(bad.text).toContain('&lt;b>Grady&lt;/b>');
  });

  it('with the troubles of real tenants come at one click', async () => {
    const { app, entra } = anEntraSite();
    await request(app).post('/users').type('form').send({ do: 'personas' }).expect(303);
    const page = textOf((await request(app).get('/users')).text);
    expect(page).toContain('Guest of another tenant: the user name holds #EXT#');
    expect(page).not.toContain('Add people with the troubles');
    const answer = await entra.answer({ kind: 'idp-initiated', user: 'Lee.Gu@contoso.com' });
    expect(answer).toMatchObject({
      aadsts: 50105,
      text: expect.stringContaining('not a direct member of a group with access'),
    });
  });
});
