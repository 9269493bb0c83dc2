/** What is known of a signature: where it stands, what it covers, whether that is unchanged, whose key made it. */
import { createHmac, createPublicKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { certificateFromPem } from '../../src/saml/certificates.js';
import type { Signature, SignatureProblem } from '../../src/saml/evidence.js';
import { CANONICALIZATION, DIGEST, SIGNATURE_METHOD } from '../../src/saml/names.js';
import { ASSERTION_ID, anIdentityProvider, aResponse, NAME_ID, RESPONSE_ID } from '../a-response.js';
import { testKey } from '../keys.js';
import { evidenceOf, onlySignatureOf, signaturesOf } from './read-message.js';

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

  it('is never trusted for carrying the subject of the published one', async () => {
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

describe('A signature SAML does not allow', () => {
  const TRANSFORM = `<Transform Algorithm="${CANONICALIZATION.exclusive}"/>`;
  const inSignedInfo = (from: string | RegExp, to: string) => ({
    signing: { changeSignedInfo: (text: string) => text.replace(from, to) },
  });
  const later = (from: string | RegExp, to: string) => ({ after: (text: string) => text.replace(from, to) });

  const faults: readonly (readonly [string, Parameters<typeof aResponse>[0], SignatureProblem, string])[] = [
    [
      'two SignedInfo elements',
      later(/(<SignedInfo>.*?<\/SignedInfo>)/s, '$1$1'),
      'several-signed-infos',
      'The signature holds 2 SignedInfo elements.',
    ],
    [
      'a second SignedInfo deeper inside',
      later('<KeyInfo>', '<KeyInfo><SignedInfo/>'),
      'several-signed-infos',
      'The signature holds 2 SignedInfo elements.',
    ],
    [
      'no SignedInfo',
      later(/<SignedInfo>.*?<\/SignedInfo>/s, ''),
      'signed-info-missing',
      'The signature has no SignedInfo.',
    ],
    [
      'two References',
      inSignedInfo(/(<Reference.*<\/Reference>)/s, '$1$1'),
      'several-references',
      'SignedInfo holds 2 References; SAML allows one.',
    ],
    [
      'no Reference',
      inSignedInfo(/<Reference.*<\/Reference>/s, ''),
      'no-reference',
      'SignedInfo names nothing that is signed.',
    ],
    [
      'a Reference to the whole document',
      inSignedInfo(/URI="[^"]*"/, 'URI=""'),
      'reference-empty',
      'The Reference has no URI, so it names the whole document instead of one element.',
    ],
    [
      'a Reference without URI',
      inSignedInfo(/ URI="[^"]*"/, ''),
      'reference-empty',
      'The Reference has no URI, so it names the whole document instead of one element.',
    ],
    [
      'an XPointer',
      inSignedInfo(/URI="#([^"]*)"/, `URI="#xpointer(id('$1'))"`),
      'reference-not-same-document',
      `The Reference "#xpointer(id('${ASSERTION_ID}'))" is not the ID of an element of this message.`,
    ],
    [
      'a Reference to somewhere else',
      inSignedInfo(/URI="#/, 'URI="https://idp.example/#'),
      'reference-not-same-document',
      `The Reference "https://idp.example/#${ASSERTION_ID}" is not the ID of an element of this message.`,
    ],
    [
      'a Reference to nothing',
      inSignedInfo(/URI="#/, 'URI="#x'),
      'reference-dangling',
      `No element has the ID "x${ASSERTION_ID}" the Reference names.`,
    ],
    [
      'a Reference to the response around',
      inSignedInfo(ASSERTION_ID, RESPONSE_ID),
      'reference-not-parent',
      'The signature stands in Assertion but covers another element, Response.',
    ],
    [
      'an ID that stands twice',
      later(
        '<samlp:Status>',
        `<samlp:Extensions><x xmlns="urn:x" id="${ASSERTION_ID}"/></samlp:Extensions><samlp:Status>`,
      ),
      'reference-ambiguous',
      `The ID "${ASSERTION_ID}" stands 2 times in the message.`,
    ],
    [
      'an XPath transform',
      inSignedInfo(TRANSFORM, '<Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/>'),
      'transform-not-allowed',
      'The transform "http://www.w3.org/TR/1999/REC-xpath-19991116" is not allowed.',
    ],
    [
      'an XSLT transform',
      inSignedInfo(TRANSFORM, '<Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/>'),
      'transform-not-allowed',
      'The transform "http://www.w3.org/TR/1999/REC-xslt-19991116" is not allowed.',
    ],
    [
      'three transforms',
      inSignedInfo(TRANSFORM, TRANSFORM + TRANSFORM),
      'too-many-transforms',
      'There are 3 transforms; two are allowed.',
    ],
    [
      'inclusive canonicalization',
      inSignedInfo(TRANSFORM, `<Transform Algorithm="${CANONICALIZATION.inclusive}"/>`),
      'canonicalization-not-allowed',
      `The transform "${CANONICALIZATION.inclusive}" is not allowed.`,
    ],
    [
      'canonicalization with comments',
      inSignedInfo(TRANSFORM, `<Transform Algorithm="${CANONICALIZATION.exclusiveWithComments}"/>`),
      'canonicalization-not-allowed',
      `The transform "${CANONICALIZATION.exclusiveWithComments}" is not allowed.`,
    ],
    [
      'another canonicalization of SignedInfo',
      inSignedInfo(
        `<CanonicalizationMethod Algorithm="${CANONICALIZATION.exclusive}"`,
        `<CanonicalizationMethod Algorithm="${CANONICALIZATION.inclusive}"`,
      ),
      'canonicalization-not-allowed',
      `The canonicalization "${CANONICALIZATION.inclusive}" is not allowed.`,
    ],
    [
      'an Object',
      later('</Signature>', '<Object/></Signature>'),
      'object-present',
      'The signature carries an Object, in which anything could be hidden.',
    ],
    [
      'a comment in the digest',
      later('<DigestValue>', '<DigestValue><!--x-->'),
      'comment-inside',
      'A comment or processing instruction stands inside DigestValue.',
    ],
    [
      'an instruction in the value',
      later('<SignatureValue>', '<SignatureValue><?x y?>'),
      'comment-inside',
      'A comment or processing instruction stands inside SignatureValue.',
    ],
    [
      'an empty value',
      later(/<SignatureValue>.*?<\/SignatureValue>/s, '<SignatureValue/>'),
      'signature-value-empty',
      'The SignatureValue is empty.',
    ],
    [
      'a value that is not base64',
      later('<SignatureValue>', '<SignatureValue>*'),
      'structure',
      'The SignatureValue is not base64.',
    ],
    [
      'parts in another order',
      later(/(<SignatureValue>.*<\/SignatureValue>)(<KeyInfo>.*<\/KeyInfo>)/s, '$2$1'),
      'structure',
      'Signature holds SignedInfo, KeyInfo, SignatureValue; XML Signature wants other children or another order.',
    ],
    [
      'HMAC',
      inSignedInfo(SIGNATURE_METHOD.rsaSha256, SIGNATURE_METHOD.hmacSha256),
      'algorithm-not-allowed',
      `The signature algorithm "${SIGNATURE_METHOD.hmacSha256}" is not computed.`,
    ],
    [
      'RSA with MD5',
      inSignedInfo(SIGNATURE_METHOD.rsaSha256, SIGNATURE_METHOD.rsaMd5),
      'algorithm-not-allowed',
      `The signature algorithm "${SIGNATURE_METHOD.rsaMd5}" is not computed.`,
    ],
    [
      'an MD5 digest',
      inSignedInfo(DIGEST.sha256, DIGEST.md5),
      'algorithm-not-allowed',
      `The digest algorithm "${DIGEST.md5}" is not computed.`,
    ],
    [
      'a place beside what it covers',
      later(
        /(<Assertion .*?<\/Issuer>)(<Signature .*?<\/Signature>)(.*<\/Assertion>)/s,
        '$1$3<samlp:Extensions>$2</samlp:Extensions>',
      ),
      'misplaced',
      'The signature stands in <Extensions>, where SAML has no signature.',
    ],
  ];

  it.each(faults)('for %s', async (_name, change, kind, detail) => {
    const signature = await onlySignatureOf(aResponse(change).xml);
    expect(signature.problems).toContainEqual(expect.objectContaining({ kind, detail }));
  });

  it('and a faulty value keyed with the certificate as if it were a secret is not computed', async () => {
    const publicKey = createPublicKey(testKey('idp').certificatePem).export({ type: 'spki', format: 'pem' });
    const computeValue = (octets: Uint8Array) => createHmac('sha256', publicKey).update(octets).digest();
    const changeSignedInfo = (text: string) => text.replace(SIGNATURE_METHOD.rsaSha256, SIGNATURE_METHOD.hmacSha256);
    expect(await onlySignatureOf(aResponse({ signing: { computeValue, changeSignedInfo } }).xml)).toMatchObject({
      value: 'not-checked',
    });
  });

  it('and more signatures than anybody sends are not computed one by one', async () => {
    const { xml } = aResponse({
      after: (text) =>
        text.replace(
          '<samlp:Status>',
          `<samlp:Extensions>${'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'.repeat(20)}</samlp:Extensions><samlp:Status>`,
        ),
    });
    const signatures = await signaturesOf(xml);
    expect(signatures).toHaveLength(21);
    expect(signatures.at(-1)?.problems[0]?.detail).toBe(
      'The message holds more than 16 signatures; this one was not looked at.',
    );
  });

  it('though the digest is still computed where there is one thing to compute', async () => {
    const covered = await onlySignatureOf(
      aResponse({ sign: 'response', after: (text) => text.replace('</Signature>', '<Object/></Signature>') }).xml,
    );
    expect(covered).toMatchObject({ on: 'Response', digest: 'matches', value: 'verifies' });
    expect(kinds(covered)).toEqual(['object-present']);
  });

  it('and every one of several is judged for itself', async () => {
    const { signatures = [] } = await evidenceOf(
      aResponse({
        sign: 'both',
        after: (text) => text.replace('Version="2.0" IssueInstant', 'Version="2.1" IssueInstant'),
      }).xml,
    );
    expect(signatures.map(({ on, digest }) => [on, digest])).toEqual([
      ['Response', 'differs'],
      ['Assertion', 'matches'],
    ]);
  });
});
