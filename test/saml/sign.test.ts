import { describe, expect, it } from '@jest/globals';
import { certificateFromPem } from '../../src/saml/certificates.js';
import { DIGEST, NS, SIGNATURE_METHOD } from '../../src/saml/names.js';
import { readXml } from '../../src/saml/read-xml.js';
import { signElement } from '../../src/saml/sign.js';
import { verifySignatures } from '../../src/saml/verify-signature.js';
import { child } from '../../src/saml/walk.js';
import { ASSERTION_ID, aResponse, RESPONSE_ID } from '../a-response.js';
import { type TestKeyName, testKey } from '../keys.js';
import { itWithTool, xmlsecVerifies } from './tools.js';

function verdicts(xml: string, key: TestKeyName = 'idp'): string[] {
  const { document, problem } = readXml(xml);
  if (!document) throw new Error(problem.message);
  const assertion = child(document.root, NS.assertion, 'Assertion');
  const judged = { response: document.root, ...(assertion && { assertion }) };
  return verifySignatures(document, judged, [certificateFromPem(testKey(key).certificatePem)]).map(
    ({ on, digest, value, problems }) => [on, digest, value, ...problems.map(({ kind }) => kind)].join(' '),
  );
}

describe('Signing', () => {
  it('puts the signature of the assertion after its Issuer, as Entra does', () => {
    const { xml } = aResponse();
    expect(xml).toMatch(
      /<Assertion [^>]*><Issuer>[^<]*<\/Issuer><Signature xmlns="http:\/\/www\.w3\.org\/2000\/09\/xmldsig#"><SignedInfo>/,
    );
    expect(verdicts(xml)).toEqual(['Assertion matches verifies']);
  });

  it('puts the signature of the response between Issuer and Status', () => {
    const { xml } = aResponse({ sign: 'response' });
    expect(xml).toMatch(/<\/Issuer><Signature .*<\/Signature><samlp:Status>/);
    expect(verdicts(xml)).toEqual(['Response matches verifies']);
  });

  it('signs both, the response around the signed assertion', () => {
    expect(verdicts(aResponse({ sign: 'both' }).xml)).toEqual([
      'Response matches verifies',
      'Assertion matches verifies',
    ]);
  });

  it('covers the content: one changed letter and the digest differs', () => {
    expect(verdicts(aResponse({ after: (xml) => xml.replace('B.Simon@', 'C.Simon@') }).xml)).toEqual([
      'Assertion differs verifies',
    ]);
  });

  it('with another key does not verify', () => {
    expect(verdicts(aResponse({ key: 'rogue' }).xml)).toEqual(['Assertion matches verifies-with-embedded-key']);
  });

  const METHODS = [
    [SIGNATURE_METHOD.rsaSha1, DIGEST.sha1, 'idp'],
    [SIGNATURE_METHOD.rsaSha256, DIGEST.sha256, 'idp'],
    [SIGNATURE_METHOD.rsaSha384, DIGEST.sha384, 'idp'],
    [SIGNATURE_METHOD.rsaSha512, DIGEST.sha512, 'idp'],
    [SIGNATURE_METHOD.rsaPssSha256, DIGEST.sha256, 'idp'],
    [SIGNATURE_METHOD.ecdsaSha256, DIGEST.sha256, 'ec'],
    [SIGNATURE_METHOD.ecdsaSha512, DIGEST.sha512, 'ec'],
  ] as const;
  for (const [signatureMethod, digestMethod, key] of METHODS) {
    const made = () => aResponse({ key, signing: { signatureMethod, digestMethod } }).xml;
    it(`knows ${signatureMethod}`, () => {
      const xml = made();
      expect(xml).toContain(`<SignatureMethod Algorithm="${signatureMethod}"/>`);
      expect(xml).toContain(`<DigestMethod Algorithm="${digestMethod}"/>`);
      expect(verdicts(xml, key)).toEqual(['Assertion matches verifies']);
    });
    // xmlsec1 1.2 does not know PSS.
    if (signatureMethod === SIGNATURE_METHOD.rsaPssSha256) continue;
    itWithTool('xmlsec1', `with ${signatureMethod} convinces xmlsec1`, () => {
      expect(xmlsecVerifies(made(), testKey(key).certificatePem, ['Assertion'])).toMatchObject({ ok: true });
    });
  }

  itWithTool('xmlsec1', 'of a response convinces xmlsec1', () => {
    const { xml } = aResponse({ sign: 'response' });
    expect(xmlsecVerifies(xml, testKey('idp').certificatePem, ['Response'])).toMatchObject({ ok: true });
  });

  it('picks ECDSA by itself for an EC key', () => {
    expect(aResponse({ key: 'ec' }).xml).toContain(SIGNATURE_METHOD.ecdsaSha256);
  });

  it('can leave KeyInfo out, and can name several certificates', () => {
    const { privateKeyPem, certificatePem } = testKey('idp');
    const bare = aResponse({ sign: 'none' }).xml;
    const without = signElement(bare, { elementId: ASSERTION_ID, privateKeyPem });
    expect(without).not.toContain('KeyInfo');
    expect(verdicts(without)).toEqual(['Assertion matches verifies']);
    const several = [certificatePem, testKey('idp-next').certificatePem];
    const withBoth = signElement(bare, { elementId: ASSERTION_ID, privateKeyPem, certificatePem: several });
    expect(withBoth.match(/<X509Certificate>MIIC8DCCAdigAwIBAgIQ/g)).toHaveLength(2);
  });

  it('can be made defective on purpose', () => {
    const changed = aResponse({
      signing: { changeSignedInfo: (info) => info.replace(`#${ASSERTION_ID}`, `#${RESPONSE_ID}`) },
    });
    expect(verdicts(changed.xml)).toEqual(['Assertion differs verifies reference-not-parent']);
    const forged = aResponse({ signing: { computeValue: () => Buffer.alloc(256, 1) } });
    expect(verdicts(forged.xml)).toEqual(['Assertion matches fails']);
  });

  it('says what keeps it from signing', () => {
    const { xml } = aResponse({ sign: 'none' });
    const sign =
      (text: string, elementId: string, more = {}) =>
      () =>
        signElement(text, { elementId, ...testKey('idp'), ...more });
    expect(sign('<a', '_x')).toThrow('What is to be signed cannot be read:');
    expect(sign(xml, '_x')).toThrow('No element has the ID _x.');
    expect(sign(xml.replace(RESPONSE_ID, ASSERTION_ID), ASSERTION_ID)).toThrow(
      `2 elements have the ID ${ASSERTION_ID}.`,
    );
    expect(sign(xml, ASSERTION_ID, { signatureMethod: SIGNATURE_METHOD.ecdsaSha256 })).toThrow(
      'This key cannot sign with',
    );
    expect(sign(xml, ASSERTION_ID, { privateKeyPem: testKey('idp').certificatePem })).toThrow(
      'A certificate was given where a private key is needed.',
    );
    expect(sign(xml, ASSERTION_ID, { privateKeyPem: 'x' })).toThrow('The private key cannot be read.');
    expect(sign('<a ID="_x"/>', '_x', { placeAfter: 'Issuer' })).toThrow('a has no Issuer to put the signature after.');
  });
});
