/** Metadata of an identity provider, as it is pasted, fetched and imported. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { readMetadata } from '../../src/index.js';
import { certificateBase64 } from '../../src/saml/certificate.js';
import { certificateFromPem } from '../../src/saml/certificates.js';
import { signElement } from '../../src/saml/sign.js';
import { GOOD_AT, IDP_ENTITY_ID } from '../a-response.js';
import { type TestKeyName, testKey } from '../keys.js';
import { aRehearsal } from './a-rehearsal.js';

const certificate = (name: TestKeyName) => certificateFromPem(testKey(name).certificatePem);
const SSO = 'https://login.microsoftonline.com/t/saml2';
const MD = 'urn:oasis:names:tc:SAML:2.0:metadata';
const key = (name: TestKeyName = 'idp') =>
  `<KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${certificateBase64(certificate(name))}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;
const descriptor = (location = SSO, keys = key()) =>
  `<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${keys}<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${location}"/></IDPSSODescriptor>`;
const entity = (attributes = '', content = descriptor(), entityId = IDP_ENTITY_ID) =>
  `<EntityDescriptor xmlns="${MD}" ID="_m1" entityID="${entityId}"${attributes}>${content}</EntityDescriptor>`;
const problems = (xml: string, options: Parameters<typeof readMetadata>[1] = { at: GOOD_AT }) =>
  readMetadata(xml, options).problems.map(({ severity, message }) => `${severity}: ${message}`);

let rehearsal: Awaited<ReturnType<typeof aRehearsal>>;
beforeAll(async () => {
  rehearsal = await aRehearsal();
});
afterAll(() => rehearsal.harness.stop());

async function imported(source: { metadataXml: string } | { metadataUrl: string }) {
  const before = await rehearsal.harness.serviceProvider.profile.get();
  const answer = await request(rehearsal.harness.app).post('/api/v1/authentication-profile/import').send(source);
  const after = await rehearsal.harness.serviceProvider.profile.get();
  return { status: answer.status, message: String(answer.body.error?.message ?? ''), isUnchanged: before === after };
}

describe('Metadata', () => {
  it('M01: that has expired is an error and for ten years a warning; without an end it is neither, since Entra’s has none', () => {
    expect(problems(entity(' validUntil="2026-03-02T09:15:05Z"'))).toEqual([
      'error: The metadata was valid until 2026-03-02T09:15:05Z; fetch it anew.',
    ]);
    expect(problems(entity(' validUntil="2026-03-02T09:15:06Z"'))).toEqual([]);
    expect(problems(entity(' validUntil="2036-03-02T09:15:05Z"'))).toEqual([
      'warning: The metadata claims to be valid until 2036-03-02T09:15:05Z.',
    ]);
    expect(readMetadata(entity(), { at: GOOD_AT })).toMatchObject({ problems: [] });
    expect(readMetadata(entity(), { at: GOOD_AT }).validUntil).toBeUndefined();
  });

  for (const location of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    ' https://x',
    '//evil.example/',
    'https:\\\\evil',
  ]) {
    it(`M02: with the endpoint "${location}" names it and never becomes a Login URL`, async () => {
      const xml = entity('', descriptor(location));
      expect(problems(xml)[0]).toBe(
        `error: The Location "${location}" of SingleSignOnService is not an http or https address.`,
      );
      await imported({ metadataXml: xml });
      expect((await rehearsal.harness.serviceProvider.profile.get()).loginUrl).toBe(SSO);
    });
  }

  it('M04: with a document type, two roots, no entity, no role or no key is refused, and says which', async () => {
    const cases: readonly [xml: string, message: string][] = [
      [`<!DOCTYPE x [<!ENTITY e "x">]>${entity()}`, 'document type'],
      [`${entity()}${entity()}`, 'root'],
      [`<Metadata xmlns="${MD}"/>`, `This is Metadata of ${MD}, not SAML 2.0 metadata.`],
      [`<EntitiesDescriptor xmlns="${MD}"/>`, 'not SAML 2.0 metadata'],
      [entity('', ''), 'It holds no IDPSSODescriptor'],
      [entity('', descriptor(SSO, '')), 'It publishes no signing certificate'],
      ['<html><body>Sign in</body></html>', 'This is a web page, not metadata'],
    ];
    for (const [xml, message] of cases) {
      expect(problems(xml).join(' ')).toContain(message);
      const { status, message: said, isUnchanged } = await imported({ metadataXml: xml });
      expect([status, said, isUnchanged]).toEqual([400, expect.stringContaining(message), true]);
    }
  });

  it('M05: that was changed after signing, or signed by another key, does not verify when a key is configured', () => {
    const trustedCertificates = [certificate('tenant')];
    const by = (name: TestKeyName) => signElement(entity(), { elementId: '_m1', ...testKey(name) });
    expect(problems(by('tenant'), { trustedCertificates })).toEqual([]);
    expect(problems(by('tenant').replace(SSO, 'https://evil.example/sso'), { trustedCertificates })).toEqual([
      'error: The signature of the metadata: It was changed after it was signed (formatting it anew is enough).',
    ]);
    expect(problems(by('rogue'), { trustedCertificates })).toEqual([
      'error: The signature of the metadata: It is signed with a key that is not among the trusted ones.',
    ]);
    expect(problems(entity(), { trustedCertificates })).toEqual([
      'error: The signature of the metadata: It is not signed.',
    ]);
  });

  it('M06: of another entity is refused, and of two identity providers asks which', () => {
    expect(problems(entity(), { entityId: 'https://other.example/' })).toEqual([
      `error: It describes ${IDP_ENTITY_ID}, not https://other.example/.`,
    ]);
    const both = `<EntitiesDescriptor xmlns="${MD}">${entity()}${entity('', descriptor(), 'https://b.example/').replace('_m1', '_m2')}</EntitiesDescriptor>`;
    expect(problems(both)).toEqual([
      `error: It describes 2 identity providers (${IDP_ENTITY_ID}, https://b.example/); say which one is meant.`,
    ]);
    const chosen = readMetadata(both, { entityId: 'https://b.example/' });
    expect([chosen.identityProvider?.entityId, chosen.problems]).toEqual(['https://b.example/', []]);
  });
});

describe('Metadata by address', () => {
  async function served(listener: RequestListener, test: (url: string) => Promise<void>) {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      await test(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  for (const url of [
    'file:///etc/passwd',
    'ftp://x.example/',
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/',
    'http://2130706433.example/',
    'gopher://x',
  ]) {
    it(`M03: ${url} is not fetched`, async () => {
      const { status, message, isUnchanged } = await imported({ metadataUrl: url });
      expect([status, isUnchanged]).toEqual([502, true]);
      expect(message).toMatch(/is not an http or https URL\.|plain http is only for this machine\./);
    });
  }

  it('M03: a redirect to an address that would not be fetched is not followed', () =>
    served(
      (_, response) => void response.writeHead(302, { Location: 'http://169.254.169.254/' }).end(),
      async (url) => {
        const { status, message, isUnchanged } = await imported({ metadataUrl: url });
        expect([status, isUnchanged]).toEqual([502, true]);
        expect(message).toContain('169.254.169.254');
      },
    ));

  it('M03: ten megabytes are not read', () =>
    served(
      (_, response) => void response.end(Buffer.alloc(10 * 1024 * 1024, 0x20)),
      async (url) => {
        const { status, message } = await imported({ metadataUrl: url });
        expect([status, message]).toEqual([502, expect.stringContaining('it is larger than 1 MiB')]);
      },
    ));
});
