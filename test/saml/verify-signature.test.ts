import { describe, expect, it } from '@jest/globals';
import { certificateFromPem } from '../../src/saml/certificates.js';
import type { Signature } from '../../src/saml/evidence.js';
import { CANONICALIZATION, DIGEST, SIGNATURE_METHOD } from '../../src/saml/names.js';
import { ASSERTION_ID, anIdentityProvider, aResponse, NAME_ID, RESPONSE_ID } from '../a-response.js';
import { testKey } from '../keys.js';
import { onlySignatureOf, signaturesOf } from './read-message.js';

const certificateOf = (name: Parameters<typeof testKey>[0]) => certificateFromPem(testKey(name).certificatePem);
const kinds = ({ problems }: Signature) => problems.map(({ kind }) => kind);

describe('A good signature', () => {
  it('of an assertion, as Entra makes it, has nothing against it', async () => {
    const { xml, certificate } = aResponse();
    expect(await onlySignatureOf(xml)).toMatchObject({
      on: 'Assertion',
      signatureMethod: SIGNATURE_METHOD.rsaSha256,
      digestMethod: DIGEST.sha256,
      canonicalizationMethod: CANONICALIZATION.exclusive,
      transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', CANONICALIZATION.exclusive],
      referenceUri: `#${ASSERTION_ID}`,
      problems: [],
      digest: 'matches',
      value: 'verifies',
      verifiedBy: { thumbprintSha1: certificate.thumbprintSha1 },
      embeddedCertificates: [{ thumbprintSha1: certificate.thumbprintSha1 }],
    });
  });

  it('says which text it covers: the element without the signature, in canonical form', async () => {
    const { coveredText = '' } = await onlySignatureOf(aResponse().xml);
    expect(coveredText.startsWith('<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID=')).toBe(true);
    expect(coveredText).toContain(NAME_ID);
    expect(coveredText).not.toContain('SignatureValue');
  });

  it('of response and assertion alike are both looked at, in document order', async () => {
    const signatures = await signaturesOf(aResponse({ sign: 'both' }).xml);
    expect(signatures.map(({ on, digest, value, referenceUri }) => [on, digest, value, referenceUri])).toEqual([
      ['Response', 'matches', 'verifies', `#${RESPONSE_ID}`],
      ['Assertion', 'matches', 'verifies', `#${ASSERTION_ID}`],
    ]);
  });

  it.each([
    ['RSA with SHA-1', { signatureMethod: SIGNATURE_METHOD.rsaSha1, digestMethod: DIGEST.sha1 }],
    ['RSA with SHA-384', { signatureMethod: SIGNATURE_METHOD.rsaSha384, digestMethod: DIGEST.sha384 }],
    ['RSA with SHA-512', { signatureMethod: SIGNATURE_METHOD.rsaSha512, digestMethod: DIGEST.sha512 }],
    ['RSA-PSS with SHA-256', { signatureMethod: SIGNATURE_METHOD.rsaPssSha256 }],
    ['RSA-PSS with SHA-512', { signatureMethod: SIGNATURE_METHOD.rsaPssSha512 }],
  ])('verifies with %s, and names it', async (_name, signing) => {
    const signature = await onlySignatureOf(aResponse({ signing }).xml);
    expect(signature).toMatchObject({ ...signing, digest: 'matches', value: 'verifies', problems: [] });
  });

  it('verifies with ECDSA and a key on a curve', async () => {
    const { xml } = aResponse({ key: 'ec' });
    expect(await onlySignatureOf(xml, [certificateOf('idp'), certificateOf('ec')])).toMatchObject({
      signatureMethod: SIGNATURE_METHOD.ecdsaSha256,
      value: 'verifies',
      problems: [],
    });
  });

  it('is found with the second of two published keys, as in a rollover', async () => {
    const { xml } = aResponse({ key: 'idp-next' });
    const published = anIdentityProvider('idp', 'idp-next').signingCertificates;
    expect((await onlySignatureOf(xml, published)).verifiedBy).toBe(published[1]);
  });

  it('needs no certificate in the message', async () => {
    const { xml } = aResponse({ after: (text) => text.replace(/<KeyInfo>.*?<\/KeyInfo>/s, '') });
    expect(await onlySignatureOf(xml)).toMatchObject({ value: 'verifies', embeddedCertificates: [], problems: [] });
  });
});

describe('A key that is not published', () => {
  it('is told from an altered signature when the message brings its certificate along', async () => {
    const signature = await onlySignatureOf(aResponse({ key: 'rogue' }).xml);
    expect(signature).toMatchObject({ digest: 'matches', value: 'verifies-with-embedded-key', problems: [] });
    expect(signature.verifiedBy).toBeUndefined();
    expect(signature.embeddedCertificates[0]?.thumbprintSha1).toBe(certificateOf('rogue').thumbprintSha1);
  });

  it('cannot be told from an altered signature without that', async () => {
    const { xml } = aResponse({ key: 'rogue', after: (text) => text.replace(/<KeyInfo>.*?<\/KeyInfo>/s, '') });
    expect(await onlySignatureOf(xml)).toMatchObject({ digest: 'matches', value: 'fails' });
  });

  it('is never trusted for bringing the published certificate along', async () => {
    const { xml } = aResponse({ key: { ...testKey('rogue'), certificatePem: testKey('idp').certificatePem } });
    expect(await onlySignatureOf(xml)).toMatchObject({ value: 'fails' });
  });

  it('leaves the value unchecked when nothing is published and nothing embedded', async () => {
    const { xml } = aResponse({ after: (text) => text.replace(/<KeyInfo>.*?<\/KeyInfo>/s, '') });
    expect(await onlySignatureOf(xml, [])).toMatchObject({ digest: 'matches', value: 'not-checked' });
    expect(await onlySignatureOf(aResponse().xml, [])).toMatchObject({ value: 'verifies-with-embedded-key' });
  });

  it('of another kind than the signature is named as such', async () => {
    const signature = await onlySignatureOf(aResponse().xml, [certificateOf('ec')]);
    expect(kinds(signature)).toEqual(['key-type-mismatch']);
    expect(signature.value).toBe('verifies-with-embedded-key');
  });

  it('and a KeyInfo full of nonsense or of addresses changes nothing', async () => {
    const nonsense = (keyInfo: string) =>
      aResponse({ after: (text) => text.replace(/<KeyInfo>.*?<\/KeyInfo>/s, keyInfo) }).xml;
    for (const keyInfo of [
      '<KeyInfo><RetrievalMethod URI="http://127.0.0.1:9/"/></KeyInfo>',
      '<KeyInfo><X509Data><X509Certificate>AAAA</X509Certificate><X509Certificate>!</X509Certificate></X509Data></KeyInfo>',
      '<KeyInfo/>',
    ]) {
      expect(await onlySignatureOf(nonsense(keyInfo))).toMatchObject({
        value: 'verifies',
        problems: [],
        embeddedCertificates: [],
      });
    }
  });
});

describe('A message that was changed after it was signed', () => {
  const changed = (after: (xml: string) => string, before?: (xml: string) => string) =>
    onlySignatureOf(aResponse({ after, ...(before && { before }) }).xml);

  it('differs in its digest, both digests shown, while the value still verifies', async () => {
    const signature = await changed((xml) => xml.replaceAll(NAME_ID, 'boss@contoso.com'));
    expect(signature).toMatchObject({ digest: 'differs', value: 'verifies' });
    expect(signature.digestActual).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(signature.digestExpected).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(signature.digestExpected).not.toBe(signature.digestActual);
    expect(signature.digestWouldMatch).toBeUndefined();
  });

  it('by a pretty printer is told so, by digest and by value', async () => {
    const signature = await changed((xml) => xml.replace(/></g, '>\n  <'));
    expect(signature).toMatchObject({
      digest: 'differs',
      digestWouldMatch: 'white-space-removed',
      value: 'fails',
      valueWouldVerify: 'white-space-removed',
    });
  });

  it('by a program that changed its line ends is told so', async () => {
    const withLines = (xml: string) => xml.replace('>B. Simon<', '>B.&#13;\nSimon<');
    const signature = await changed((xml) => xml.replace('&#13;\n', '\n'), withLines);
    expect(signature).toMatchObject({ digest: 'differs', digestWouldMatch: 'line-ends-normalized', value: 'verifies' });
    const other = await changed(
      (xml) => xml.replace('B.\nSimon', 'B.&#13;\nSimon'),
      (xml) => xml.replace('>B. Simon<', '>B.\nSimon<'),
    );
    expect(other.digestWouldMatch).toBe('line-ends-normalized');
  });

  it('by a program that took UTF-8 for Latin-1 is told so', async () => {
    const mojibake = (xml: string) => Buffer.from(xml, 'utf8').toString('latin1');
    const signature = await changed(mojibake, (xml) => xml.replace('>B. Simon<', '>B. Simón Müller<'));
    expect(signature).toMatchObject({ digest: 'differs', digestWouldMatch: 'other-encoding' });
  });

  it('outside the signed element is not noticed by that signature', async () => {
    const signature = await changed((xml) => xml.replace('Destination="https://eu', 'Destination="https://us'));
    expect(signature).toMatchObject({ digest: 'matches', value: 'verifies', problems: [] });
  });
});
