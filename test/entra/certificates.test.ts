import { describe, expect, it } from '@jest/globals';
import type { EntraStandIn } from '../../src/entra/stand-in.js';
import { certificateFromPem } from '../../src/saml/certificates.js';
import { readMetadata } from '../../src/saml/read-metadata.js';
import { aStandIn } from '../a-stand-in.js';
import { testKey } from '../keys.js';

const FIRST = certificateFromPem(testKey('idp').certificatePem);
const SECOND = certificateFromPem(testKey('idp-next').certificatePem);
/** The test certificates of the IdP end on 2028-06-01. */
const EXPIRED = new Date('2028-07-01T00:00:00Z');

describe('SAML certificates of the application', () => {
  it('begin with one, which is active', async () => {
    const entra = aStandIn();
    expect(await entra.certificates.list()).toMatchObject([
      { isActive: true, certificate: { subject: 'CN=Microsoft Azure Federated SSO Certificate' } },
    ]);
  });

  it('sign with the new one only after it was made active', async () => {
    const entra = aStandIn();
    await entra.certificates.create();
    expect(await signer(entra)).toBe(FIRST.thumbprintSha1);
    await entra.certificates.activate(SECOND.thumbprintSha1);
    expect(await signer(entra)).toBe(SECOND.thumbprintSha1);
    expect((await entra.certificates.list()).map(({ isActive }) => isActive)).toEqual([false, true]);
  });

  it('are all published, inactive ones too, and the metadata is signed by the one that signs assertions', async () => {
    const entra = aStandIn();
    await entra.certificates.create();
    const { identityProvider, problems } = readMetadata(await entra.metadata());
    expect(problems).toEqual([]);
    expect(identityProvider?.signingCertificates.map((c) => c.thumbprintSha1)).toEqual([
      FIRST.thumbprintSha1,
      SECOND.thumbprintSha1,
    ]);
  });

  it('go on when the active one has expired, as long as no other is valid', async () => {
    expect(await signer(aStandIn('expired', { now: () => EXPIRED }))).toBe(FIRST.thumbprintSha1);
  });

  it('are made for three years, and switch silently to a valid inactive one once the active one has expired', async () => {
    let now = new Date('2028-05-01T00:00:00Z');
    const entra = aStandIn('switch', { now: () => now });
    await entra.certificates.create();
    const fresh = await entra.certificates.create({ notBefore: now });
    expect(fresh.certificate.notAfter).toEqual(new Date('2031-05-01T00:00:00Z'));
    expect(await signer(entra)).toBe(FIRST.thumbprintSha1);
    now = EXPIRED;
    expect(await signer(entra)).toBe(fresh.certificate.thumbprintSha1);
    expect((await entra.certificates.list())[0]).toMatchObject({ isActive: true });
  });

  it('refuse to delete the active one, and forget a deleted one', async () => {
    const entra = aStandIn();
    await entra.certificates.create();
    await expect(entra.certificates.remove(FIRST.thumbprintSha1)).rejects.toThrow(
      'The active certificate cannot be deleted.',
    );
    await entra.certificates.remove(SECOND.thumbprintSha256);
    expect(await entra.certificates.list()).toHaveLength(1);
    await expect(entra.certificates.activate(SECOND.thumbprintSha1)).rejects.toThrow(
      'No signing certificate has the thumbprint',
    );
  });

  it('leave nothing to sign with when none is active: AADSTS50003', async () => {
    const entra = aStandIn();
    await entra.certificates.deactivate();
    const answer = await entra.answer({ kind: 'idp-initiated', user: 'B.Simon@contoso.com' });
    expect(answer).toMatchObject({ kind: 'refused', aadsts: 50003 });
  });
});

describe('Metadata of the tenant', () => {
  it('publishes another key than the application’s, as fetched without appid', async () => {
    const { identityProvider, tenantWide } = readMetadata(await aStandIn().metadata({ appId: undefined }));
    expect(identityProvider?.signingCertificates.map(({ thumbprintSha1 }) => thumbprintSha1)).not.toContain(
      FIRST.thumbprintSha1,
    );
    expect(tenantWide).toBe(true);
  });
});

describe('Signing options', () => {
  it.each([
    ['Sign SAML assertion', ['Assertion']],
    ['Sign SAML response', ['samlp:Response']],
    ['Sign SAML response and assertion', ['samlp:Response', 'Assertion']],
  ] as const)('%s signs %s', async (signingOption, signed) => {
    const xml = await responseOf(aStandIn('signing', { application: { signingOption } }));
    const references = [...xml.matchAll(/<Reference URI="#([^"]*)"/g)].map(([, id]) => id ?? '');
    expect(references.map((id) => new RegExp(`<([\\w:]+) ID="${id}"`).exec(xml)?.[1])).toEqual(signed);
  });

  it('sign with SHA-1 when told to', async () => {
    const xml = await responseOf(aStandIn('signing', { application: { signingAlgorithm: 'SHA-1' } }));
    expect(xml).toContain('<SignatureMethod Algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1"/>');
    expect(xml).toContain('<DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/>');
  });

  it('encrypt the assertion for the certificate of the application', async () => {
    const application = { tokenEncryptionCertificate: testKey('sp').certificatePem };
    const xml = await responseOf(aStandIn('signing', { application }));
    expect(xml).toContain('<EncryptedAssertion');
    expect(xml).not.toContain('B.Simon');
    expect(xml).toContain('http://www.w3.org/2001/04/xmlenc#aes256-cbc');
  });
});

async function signer(entra: EntraStandIn): Promise<string> {
  const [, base64 = ''] = /<X509Certificate>([^<]*)/.exec(await responseOf(entra)) ?? [];
  return certificateFromPem(base64).thumbprintSha1;
}

async function responseOf(entra: EntraStandIn): Promise<string> {
  const answer = await entra.answer({ kind: 'idp-initiated', user: 'B.Simon@contoso.com' });
  if (answer.kind !== 'post') throw new Error(JSON.stringify(answer));
  return answer.responseXml;
}
