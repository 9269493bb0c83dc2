/** What an administrator does on the setup pages, as forms over HTTP. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createHarness, type Harness } from '../../../src/harness.js';

let harness: Harness;
beforeEach(async () => {
  harness = await createHarness();
});
afterEach(() => harness.stop());

const page = async (path: string) => (await request(harness.app).get(path)).text;
const post = (path: string, fields: Record<string, string>) =>
  request(harness.app).post(path).type('form').send(fields);

/** The profile's form as it stands, with some fields changed; a box that is not ticked is not sent. */
const profileForm = async (change: Record<string, string>) => {
  const profile = await harness.serviceProvider.profile.get();
  return post('/setup/authentication-profile', {
    description: profile.description,
    provider: profile.provider,
    enforceSamlForMimecast: 'on',
    metadataUrl: profile.metadataUrl ?? '',
    issuer: profile.issuer ?? '',
    loginUrl: profile.loginUrl ?? '',
    identityProviderCertificates: profile.identityProviderCertificates.join('\n'),
    ...change,
  });
};

describe('The Authentication Profile', () => {
  it('is a form with the labels of Mimecast’s dialog', async () => {
    const text = await page('/setup/authentication-profile');
    for (const label of [
      'Description',
      'Enforce SAML Authentication for Mimecast',
      'Enforce SAML Authentication for Administration Console',
      'Metadata URL',
      'Import',
      'Monitor Metadata URL',
      'Allow Single Sign On',
      'Use Password Protected Context',
      'Use Integrated Authentication Context',
    ]) {
      expect(text).toContain(label);
    }
  });

  it('without Allow Single Sign On refuses what the IdP starts', async () => {
    expect((await harness.signIn({ flow: 'idp-initiated' })).accepted).toBe(true);
    const saved = await profileForm({});
    expect([saved.status, saved.headers['location']]).toEqual([303, '/setup']);
    const refused = await harness.signIn({ flow: 'idp-initiated' });
    expect([refused.accepted, refused.diagnosis.rootCause]).toEqual([false, 'unsolicited-response-allowed']);
  });

  it('with Use Integrated Authentication Context asks for Windows, and Entra answers AADSTS75011', async () => {
    await profileForm({ allowSingleSignOn: 'on', useIntegratedAuthenticationContext: 'on' });
    await expect(harness.signIn()).rejects.toThrow(/doesn't match requested authentication method/);
  });

  it('imports metadata that is pasted, and says what it cannot use', async () => {
    const metadataXml = await harness.entra.metadata();
    expect((await post('/setup/authentication-profile', { import: 'import', metadataXml })).status).toBe(303);
    expect((await harness.signIn()).accepted).toBe(true);
    const wrong = await post('/setup/authentication-profile', {
      import: 'import',
      metadataXml: '<html>not metadata</html>',
    });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('This metadata cannot be imported');
  });

  it('does not keep a private key that was pasted as a certificate', async () => {
    const pem =
      '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg\n-----END PRIVATE KEY-----';
    const answer = await profileForm({ identityProviderCertificates: pem });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('private key');
    expect(JSON.stringify(await harness.serviceProvider.profile.get())).not.toContain('MIGHAgEAMBMG');
  });

  it('takes only URLs as URLs', async () => {
    const answer = await profileForm({ loginUrl: 'javascript:alert(1)' });
    expect([answer.status, answer.text.includes('Login URL is not an http or https URL')]).toEqual([400, true]);
  });

  it('cannot be changed by a form on another site', async () => {
    const before = await harness.serviceProvider.profile.get();
    const answer = await post('/setup/authentication-profile', { description: 'x' }).set(
      'Origin',
      'https://evil.example',
    );
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('Requests from other sites are not answered here.');
    expect(await harness.serviceProvider.profile.get()).toEqual(before);
  });
});

describe('The internal directory', () => {
  it('lets a new address sign in once its domain is registered', async () => {
    harness.entra.addUser({
      userPrincipalName: 'New.User@fabrikam.com',
      displayName: 'New User',
      mail: 'New.User@fabrikam.com',
    });
    harness.entra.assign('New.User@fabrikam.com');
    const unknown = await harness.signIn({ user: 'New.User@fabrikam.com' });
    expect(unknown.diagnosis.rootCause).toBe('user-in-directory');
    const tooEarly = await post('/setup/addresses', { email: 'New.User@fabrikam.com', globalName: 'New User' });
    expect(tooEarly.text).toContain('The domain fabrikam.com is not registered');
    await post('/setup/addresses', { newDomain: 'new', domain: 'fabrikam.com' });
    await post('/setup/addresses', {
      email: 'New.User@fabrikam.com',
      globalName: 'New User',
      role: 'Full Administrator',
    });
    const known = await harness.signIn({ user: 'New.User@fabrikam.com' });
    expect(known).toMatchObject({ accepted: true, user: { globalName: 'New User', roles: ['Full Administrator'] } });
  });

  it('edits the role of an address that is there, and leaves the rest of it', async () => {
    await post('/setup/addresses', { roleEdit: 'edit', address: 'B.Simon@contoso.com', role: 'Full Administrator' });
    expect((await harness.signIn()).user).toEqual({
      email: 'B.Simon@contoso.com',
      globalName: 'B. Simon',
      roles: ['Full Administrator'],
    });
    const nobody = await post('/setup/addresses', { roleEdit: 'edit', address: 'no@contoso.com', role: '' });
    expect(nobody.text).toContain('There is no address no@contoso.com.');
  });

  it('asks for the password twice, as Mimecast does, and keeps it nowhere', async () => {
    const differs = await post('/setup/addresses', {
      email: 'a@contoso.com',
      password: 'one-secret',
      confirmPassword: 'other',
    });
    expect(differs.text).toContain('Password and Confirm Password differ');
    await post('/setup/addresses', {
      email: 'a@contoso.com',
      password: 'one-secret',
      confirmPassword: 'one-secret',
      forceChangeAtLogin: 'on',
    });
    expect(harness.serviceProvider.directory.find('a@contoso.com')).toMatchObject({ forceChangeAtLogin: true });
    expect(JSON.stringify(harness.serviceProvider.directory.addresses)).not.toContain('one-secret');
  });

  it('imports a list, and names the lines that are no addresses', async () => {
    const csv = 'Email Address,Global Name,Roles\nz@tailspin.example,"Zoë, the first",Full Administrator;Auditor\n';
    await post('/setup/addresses', { list: 'import', csv });
    expect(harness.serviceProvider.directory.find('z@tailspin.example')).toMatchObject({
      globalName: 'Zoë, the first',
      roles: ['Full Administrator', 'Auditor'],
    });
    const file = Buffer.from('y@tailspin.example,Yves,\n');
    await request(harness.app).post('/setup/addresses').field('list', 'import').attach('csvFile', file, 'people.csv');
    expect(harness.serviceProvider.directory.find('y@tailspin.example')?.globalName).toBe('Yves');
    const bad = await post('/setup/addresses', { list: 'import', csv: 'a@contoso.com\nnobody\n' });
    expect(bad.text).toContain('These lines do not begin with an email address: 2.');
  });

  it('forgets an address that is removed', async () => {
    await post('/setup/addresses', { remove: 'B.Simon@contoso.com' });
    expect((await harness.signIn()).diagnosis.rootCause).toBe('user-in-directory');
  });

  it('is there again at the next start, for its owner only', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'directory-'));
    try {
      const first = await createHarness({ dataDir });
      first.serviceProvider.directory.addAddress({ email: 'kept@contoso.com', globalName: 'Kept', roles: [] });
      await first.stop();
      const second = await createHarness({ dataDir });
      expect(second.serviceProvider.directory.find('kept@contoso.com')?.globalName).toBe('Kept');
      await second.stop();
      const file = join(dataDir, 'internal-directory.json');
      expect([
        (statSync(file).mode & 0o777).toString(8),
        readFileSync(file, 'utf8').includes('kept@contoso.com'),
      ]).toEqual(['600', true]);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

describe('A request Entra will refuse', () => {
  it('is said to be one before anything comes back', async () => {
    await profileForm({ allowSingleSignOn: 'on', usePasswordProtectedContext: 'on' });
    await request(harness.app).get('/login/saml').query({ email: 'B.Simon@contoso.com' });
    const text = await page('/logins/latest');
    expect(text).toContain('Waiting');
    expect(text).toContain('Entra will object to the request');
    expect(text).toContain('AADSTS75011');
  });
});
