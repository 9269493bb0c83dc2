import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { systemRandom } from '../../src/clock.js';
import { decodePost, decodeRedirect, encodeRedirect, verifyRedirectSignature } from '../../src/saml/bindings.js';
import { certificateFromPem } from '../../src/saml/certificates.js';
import { encryptAssertion } from '../../src/saml/encrypt.js';
import { AUTHN_CONTEXT } from '../../src/saml/names.js';
import { readAuthnRequest } from '../../src/saml/read-authn-request.js';
import { readEncrypted } from '../../src/saml/read-encrypted.js';
import { readLogoutRequest, readLogoutResponse } from '../../src/saml/read-logout.js';
import { readMetadata } from '../../src/saml/read-metadata.js';
import { DEFAULT_XML_LIMITS, readXml } from '../../src/saml/read-xml.js';
import { childElements } from '../../src/saml/walk.js';
import { writeAuthnRequest } from '../../src/saml/write-authn-request.js';
import { writeLogoutRequest } from '../../src/saml/write-logout.js';
import { writeEntraMetadata } from '../../src/saml/write-metadata.js';
import { aResponse, GOOD_AT, IDP_ENTITY_ID } from '../a-response.js';
import { testKey } from '../keys.js';

const idp = testKey('idp');
const trusted = [certificateFromPem(idp.certificatePem)];
const request = writeAuthnRequest({
  id: '_r',
  issueInstant: GOOD_AT,
  issuer: 'urn:sp',
  nameIdPolicy: {},
  requestedAuthnContext: { classRefs: [AUTHN_CONTEXT.password] },
});
const logout = writeLogoutRequest({ id: '_l', issueInstant: GOOD_AT, issuer: 'urn:sp', nameId: { value: 'a' } });
const metadata = writeEntraMetadata({
  id: '_m',
  entityId: IDP_ENTITY_ID,
  singleSignOnUrl: 'https://login.example/saml2',
  wsFederationUrl: 'https://login.example/wsfed',
  certificates: [idp.certificatePem],
  signWith: idp,
});
const encrypted = aResponse({
  between: (xml) => encryptAssertion(xml, { certificatePem: testKey('sp').certificatePem, random: systemRandom }),
}).xml;
const query = encodeRedirect({ xml: request, parameter: 'SAMLRequest', relayState: 'x', sign: idp });

/** A good text with some of its pieces cut out, doubled, exchanged or replaced by others. */
function spoilt(good: string) {
  const edit = fc.record({
    at: fc.nat(good.length),
    length: fc.nat(40),
    by: fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.nat(good.length).map((from) => good.slice(from, from + 60)),
      fc.constantFrom('<!--x-->', '<?p x?>', '&#0;', '%zz', '<![CDATA[x]]>', ' ID="_r"', '\u0000', '&', '<a>', '</a>'),
    ),
  });
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) => edits.reduce((text, { at, length, by }) => text.slice(0, at) + by + text.slice(at + length), good));
}

/** The signed query with its parameters in another order, one of them perhaps gone, others put between them. */
const rearranged = fc
  .tuple(
    fc.shuffledSubarray(query.split('&'), { minLength: 3 }),
    fc.array(
      fc.tuple(fc.nat(4), fc.constantFrom('a=1', '', 'RelayState=y', 'SAMLRequest=x', 'relaystate=y', 'Relay=y')),
      {
        maxLength: 2,
      },
    ),
  )
  .map(([kept, more]) =>
    more.reduce((list, [at, put]) => [...list.slice(0, at), put, ...list.slice(at)], kept).join('&'),
  );

function neverThrows(good: string, read: (text: string) => unknown): void {
  fc.assert(
    fc.property(spoilt(good), (text) => expect(read(text)).toBeDefined()),
    { numRuns: 300 },
  );
}

describe('However spoilt, it is read or refused, never a crash:', () => {
  it('an AuthnRequest', () => neverThrows(request, readAuthnRequest));
  it('a LogoutRequest', () => neverThrows(logout, (text) => [readLogoutRequest(text), readLogoutResponse(text)]));
  it('metadata', () =>
    neverThrows(metadata, (text) => readMetadata(text, { at: GOOD_AT, trustedCertificates: trusted })));
  it('a posted request', () => neverThrows(Buffer.from(request).toString('base64'), decodePost));

  it('a redirected request, whose signature then holds for nothing but the message that was signed', () => {
    let verified = 0;
    fc.assert(
      fc.property(fc.oneof(spoilt(query), rearranged), (text) => {
        const { message } = decodeRedirect(text);
        if (!message || verifyRedirectSignature(message, trusted).status !== 'verifies') return;
        verified++;
        expect([message.xml, message.relayState]).toEqual([request, 'x']);
      }),
      { numRuns: 300 },
    );
    expect(verified).toBeGreaterThan(10);
  });

  it('an encrypted assertion', () =>
    neverThrows(encrypted, (text) => {
      const { document } = readXml(text);
      const elements = document ? childElements(document.root) : [];
      return elements.map((element) => readEncrypted(element, [testKey('sp').privateKeyPem], DEFAULT_XML_LIMITS));
    }));
});
