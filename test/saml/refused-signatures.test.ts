/** What a signature may not be, one sentence for each fault, whatever its value would say. */
import { createHmac, createPublicKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Signature, SignatureProblem } from '../../src/saml/evidence.js';
import { CANONICALIZATION, DIGEST, SIGNATURE_METHOD } from '../../src/saml/names.js';
import { ASSERTION_ID, aResponse, RESPONSE_ID } from '../a-response.js';
import { testKey } from '../keys.js';
import { evidenceOf, onlySignatureOf, signaturesOf } from './read-message.js';

const kinds = ({ problems }: Signature) => problems.map(({ kind }) => kind);

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
