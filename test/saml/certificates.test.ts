import { createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { HarnessError } from '../../src/errors.js';
import { certificateFromDer, readCertificates } from '../../src/saml/certificates.js';
import { createSelfSignedCertificate } from '../../src/saml/create-certificate.js';
import { GOOD_AT } from '../a-response.js';
import { testKey } from '../keys.js';
import { corpusText, itOverCorpus } from './corpus.js';

const { certificatePem: pem, privateKeyPem } = testKey('idp');
const base64 = pem.replace(/-----[^-]+-----|\s/g, '');
const der = Buffer.from(base64, 'base64');

function refusal(input: string | Uint8Array): string {
  try {
    readCertificates(input);
    return 'accepted';
  } catch (error) {
    return `${(error as HarnessError).code}: ${(error as Error).message}`;
  }
}

describe('A certificate', () => {
  it.each<[string, string | Uint8Array]>([
    ['PEM', pem],
    ['PEM with Windows line ends and a byte order mark', `\uFEFF${pem.replaceAll('\n', '\r\n')}`],
    ['PEM with text around it', `subject=CN = Microsoft\n${pem}\nthe end`],
    ['PEM as bytes', Buffer.from(pem)],
    ['PEM saved as UTF-16', Buffer.from(`\uFEFF${pem}`, 'utf16le')],
    ['base64 in one line', base64],
    ['base64 in lines with spaces', `  ${base64.replace(/(.{64})/g, '$1 \r\n')}\n`],
    ['DER', der],
    ['DER as a view into a larger buffer', Uint8Array.from(Buffer.concat([Buffer.alloc(3), der])).subarray(3)],
    [
      'a KeyInfo',
      `<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>\n${base64}\n</X509Certificate></X509Data></KeyInfo>`,
    ],
  ])('is read from %s', (_, input) => {
    const [certificate, ...more] = readCertificates(input);
    expect(more).toEqual([]);
    expect(certificate?.pem).toBe(pem);
  });

  it('shows what the portals show', () => {
    const [certificate] = readCertificates(pem);
    const x509 = new X509Certificate(pem);
    expect(certificate).toMatchObject({
      subject: 'CN=Microsoft Azure Federated SSO Certificate',
      issuer: 'CN=Microsoft Azure Federated SSO Certificate',
      serialNumber: x509.serialNumber,
      notBefore: new Date('2025-06-01T08:00:00Z'),
      notAfter: new Date('2028-06-01T08:00:00Z'),
      thumbprintSha1: x509.fingerprint.replaceAll(':', ''),
      thumbprintSha256: x509.fingerprint256.replaceAll(':', ''),
    });
  });

  it('is parsed once', () => {
    expect(certificateFromDer(der)).toBe(certificateFromDer(Uint8Array.from(der)));
  });

  it('stands beside others, of which each is read once and in order', () => {
    const next = testKey('idp-next').certificatePem;
    expect(readCertificates(`${next}${pem}${next}`).map((one) => one.pem)).toEqual([next, pem]);
  });

  it('is not a private key, whatever form that has', () => {
    const key = createPrivateKey(privateKeyPem);
    const sentence = 'PRIVATE_KEY_GIVEN: A private key was given where a certificate is needed.';
    expect(refusal(privateKeyPem)).toBe(sentence);
    expect(refusal(`${pem}\n${privateKeyPem}`)).toBe(sentence);
    expect(refusal(key.export({ type: 'pkcs1', format: 'pem' }).toString())).toBe(sentence);
    expect(refusal(key.export({ type: 'pkcs8', format: 'der' }))).toBe(sentence);
    expect(refusal(key.export({ type: 'pkcs1', format: 'der' }).toString('base64'))).toBe(sentence);
    expect(refusal(testKey('ec').privateKeyPem)).toBe(sentence);
  });

  it('cannot be had from anything else, and the refusal says why', () => {
    const publicKey = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const cases: [string | Uint8Array, string][] = [
      ['', 'The certificate is empty.'],
      ['hello123', 'The bytes given are not an X.509 certificate.'],
      ['hello, world!', 'This is neither PEM nor base64 nor XML.'],
      [publicKey, 'This is PEM, but of a public key; a certificate is needed.'],
      [der.subarray(0, 500), 'The bytes given are not an X.509 certificate.'],
      [Buffer.concat([der, der]), 'The bytes given are not an X.509 certificate.'],
      [pem.replace('MIIC', 'MIIB'), 'The bytes given are not an X.509 certificate.'],
      [pem.replace('MIIC', 'MI!C'), 'The certificate is not base64.'],
      ['<a/>', 'The XML holds no X509Certificate.'],
      ['<a', 'The XML cannot be read: '],
      ['A'.repeat(2 ** 20 + 1), 'The certificate file is larger than 1 MiB.'],
      [pem.repeat(101), 'There are 101 certificates; at most 100 are read.'],
    ];
    for (const [input, expected] of cases) expect(refusal(input)).toContain(`CERTIFICATE_UNREADABLE: ${expected}`);
  });

  itOverCorpus('of metadata is the IdP’s, not that of every key in the document', () => {
    const subjects = (name: string) => readCertificates(corpusText(name)).map(({ subject }) => subject);
    expect(subjects('entra/ssoready/metadata.xml')).toEqual(['CN=Microsoft Azure Federated SSO Certificate']);
    expect(subjects('entra/fusionauth/metadata.xml')).toHaveLength(3);
  });
});

describe('A certificate as Entra makes it', () => {
  it('has 756 bytes and the beginning everybody knows', () => {
    expect(der).toHaveLength(756);
    expect(base64).toMatch(/^MIIC8DCCAdigAwIBAgIQ/);
    const x509 = new X509Certificate(der);
    expect([x509.ca, x509.subjectAltName, x509.keyUsage]).toEqual([false, undefined, undefined]);
    expect(x509.verify(x509.publicKey)).toBe(true);
  });

  it('takes any serial number, name and time', async () => {
    const made = await createSelfSignedCertificate({
      privateKeyPem,
      notBefore: new Date('2028-02-29T12:00:00Z'),
      notAfter: new Date('2051-01-01T00:00:00Z'),
      serialNumber: Buffer.alloc(16, 0xff),
      commonName: 'Zürich & <Söhne>, "AG"',
    });
    expect(made.serialNumber).toBe(`7F${'FF'.repeat(15)}`);
    expect(made.subject).toBe('CN=Zürich & \\<Söhne\\>\\, \\"AG\\"');
    expect([made.notBefore, made.notAfter]).toEqual([
      new Date('2028-02-29T12:00:00Z'),
      new Date('2051-01-01T00:00:00Z'),
    ]);
    const low = await createSelfSignedCertificate({
      privateKeyPem,
      notBefore: GOOD_AT,
      serialNumber: Buffer.alloc(16),
    });
    expect(low.serialNumber).toBe(`01${'00'.repeat(15)}`);
  });
});
