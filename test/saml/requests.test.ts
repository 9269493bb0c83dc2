import { describe, expect, it } from '@jest/globals';
import { certificateFromPem } from '../../src/saml/certificates.js';
import { readEnvelopedSignature } from '../../src/saml/enveloped-signature.js';
import { AUTHN_CONTEXT, BINDING, NAME_ID_FORMAT, STATUS } from '../../src/saml/names.js';
import { readAuthnRequest } from '../../src/saml/read-authn-request.js';
import { readLogoutRequest, readLogoutResponse } from '../../src/saml/read-logout.js';
import { signElement } from '../../src/saml/sign.js';
import { type AuthnRequestPlan, writeAuthnRequest } from '../../src/saml/write-authn-request.js';
import { writeLogoutRequest, writeLogoutResponse } from '../../src/saml/write-logout.js';
import { ACS, ENTITY_ID, GOOD_AT, IDP_ENTITY_ID, NAME_ID, REQUEST_ID } from '../a-response.js';
import { type TestKeyName, testKey } from '../keys.js';
import { SCHEMA_FILES, validates } from './schema.js';
import { itWithTool, xmlsecVerifies } from './tools.js';

const LOGIN_URL = 'https://login.example/saml2';
const least: AuthnRequestPlan = { id: REQUEST_ID, issueInstant: GOOD_AT, issuer: ENTITY_ID };
const most: AuthnRequestPlan = {
  ...least,
  destination: LOGIN_URL,
  consent: 'urn:oasis:names:tc:SAML:2.0:consent:unspecified',
  assertionConsumerServiceUrl: ACS,
  protocolBinding: BINDING.post,
  forceAuthn: true,
  isPassive: false,
  providerName: 'A & B',
  subject: { value: NAME_ID, format: NAME_ID_FORMAT.emailAddress },
  nameIdPolicy: { format: NAME_ID_FORMAT.emailAddress, spNameQualifier: ENTITY_ID, allowCreate: true },
  requestedAuthnContext: {
    comparison: 'exact',
    classRefs: [AUTHN_CONTEXT.passwordProtectedTransport, AUTHN_CONTEXT.windows],
  },
};

function signed(xml: string, key: TestKeyName = 'sp', elementId = REQUEST_ID): string {
  return signElement(xml, { elementId, ...testKey(key) });
}

function signatureOf(xml: string): string {
  const { request, problem } = readAuthnRequest(xml);
  if (!request) return problem.message;
  const { status, detail } = readEnvelopedSignature(request.document, request.element, [
    certificateFromPem(testKey('sp').certificatePem),
  ]);
  return detail === undefined ? status : `${status}: ${detail}`;
}

describe('An AuthnRequest', () => {
  it('says no more than it was told', () => {
    expect(writeAuthnRequest(least)).toBe(
      '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"' +
        ` ID="${REQUEST_ID}" Version="2.0" IssueInstant="2026-03-02T09:15:05.000Z"><saml:Issuer>${ENTITY_ID}</saml:Issuer></samlp:AuthnRequest>`,
    );
    const { request } = readAuthnRequest(writeAuthnRequest(least));
    const { document, element, issuer, issueInstant, ...rest } = request ?? {};
    expect(rest).toEqual({ id: REQUEST_ID, version: '2.0', hasConditions: false });
    expect([issuer?.value, issueInstant?.ms]).toEqual([ENTITY_ID, GOOD_AT.getTime()]);
  });

  it('is read back with everything it can say', () => {
    const { request } = readAuthnRequest(writeAuthnRequest(most));
    expect(request).toMatchObject({
      destination: LOGIN_URL,
      consent: most.consent,
      assertionConsumerServiceUrl: ACS,
      protocolBinding: BINDING.post,
      forceAuthn: true,
      isPassive: false,
      providerName: 'A & B',
      nameIdPolicy: most.nameIdPolicy,
      requestedAuthnContext: { ...most.requestedAuthnContext, declRefs: [] },
    });
    expect(request?.subject?.nameIds[0]).toMatchObject({ value: NAME_ID, format: NAME_ID_FORMAT.emailAddress });
  });

  it('of others is read with scoping, indexes, conditions and booleans in digits', () => {
    const xml = writeAuthnRequest(least)
      .replace(
        'Version=',
        'ForceAuthn="1" IsPassive="0" AssertionConsumerServiceIndex="3" AttributeConsumingServiceIndex="4" Version=',
      )
      .replace(
        '</samlp:AuthnRequest>',
        '<saml:Conditions/><samlp:RequestedAuthnContext><saml:AuthnContextDeclRef>urn:d</saml:AuthnContextDeclRef></samlp:RequestedAuthnContext>' +
          '<samlp:Scoping ProxyCount="2"><samlp:IDPList><samlp:IDPEntry ProviderID="urn:idp"/></samlp:IDPList>' +
          '<samlp:RequesterID>urn:r</samlp:RequesterID></samlp:Scoping></samlp:AuthnRequest>',
      );
    expect(readAuthnRequest(xml).request).toMatchObject({
      forceAuthn: true,
      isPassive: false,
      assertionConsumerServiceIndex: '3',
      attributeConsumingServiceIndex: '4',
      hasConditions: true,
      requestedAuthnContext: { classRefs: [], declRefs: ['urn:d'] },
      scoping: { proxyCount: '2', idpList: ['urn:idp'], requesterIds: ['urn:r'] },
    });
    expect(readAuthnRequest(xml.replace('ForceAuthn="1"', 'ForceAuthn="yes"')).request?.forceAuthn).toBeUndefined();
  });

  it('in the portal’s own style, default namespace of metadata and all, is read too', () => {
    const xml =
      '<samlp:AuthnRequest xmlns="urn:oasis:names:tc:SAML:2.0:metadata" ID="F84D888AA3B44C1B844375A4E8210D9E" Version="2.0"' +
      ' IssueInstant="2023-11-17T22:11:17.294Z" IsPassive="false" AssertionConsumerServiceURL="https://127.0.0.1:3000/acs"' +
      ' xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ForceAuthn="false"><Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">an_app</Issuer></samlp:AuthnRequest>';
    expect(readAuthnRequest(xml).request).toMatchObject({
      id: 'F84D888AA3B44C1B844375A4E8210D9E',
      issuer: { value: 'an_app' },
    });
  });

  it('is recognised as something else, or as nothing', () => {
    expect(readAuthnRequest('<a').problem?.xml?.reason).toBe('not-well-formed');
    expect(readAuthnRequest('<a/>').problem?.message).toBe(
      'This is a of no namespace, not an AuthnRequest of SAML 2.0.',
    );
    const saml1 = writeAuthnRequest(least).replace('SAML:2.0:protocol', 'SAML:1.0:protocol');
    expect(readAuthnRequest(saml1).problem?.message).toContain(
      'This is AuthnRequest of urn:oasis:names:tc:SAML:1.0:protocol',
    );
  });

  it('carries its signature after the Issuer, and every spoilt one is told from a good one', () => {
    const xml = signed(writeAuthnRequest(most));
    expect(xml).toContain('</saml:Issuer><Signature xmlns=');
    expect(readAuthnRequest(xml).request?.signature?.localName).toBe('Signature');
    expect(signatureOf(xml)).toBe('verifies');
    expect(signatureOf(writeAuthnRequest(most))).toBe('absent: It is not signed.');
    expect(signatureOf(signed(writeAuthnRequest(most), 'rogue'))).toBe(
      'unknown-key: It is signed with a key that is not among the trusted ones.',
    );
    expect(signatureOf(xml.replace(ACS, `${ACS}2`))).toBe(
      'content-changed: It was changed after it was signed (formatting it anew is enough).',
    );
    expect(signatureOf(signed(xml))).toContain('defective: It holds 2 signatures');
    const foreign = signed(writeAuthnRequest(most), 'rogue').replace(/<KeyInfo>.*<\/KeyInfo>/s, '');
    expect(signatureOf(foreign)).toBe('value-wrong: Its signature does not verify with any trusted key.');
    expect(signatureOf(xml.replace(`URI="#${REQUEST_ID}"`, 'URI=""'))).toContain('defective: ');
  });

  itWithTool('xmlsec1', 'that is signed convinces xmlsec1', () => {
    const xml = signed(writeAuthnRequest(most));
    expect(xmlsecVerifies(xml, testKey('sp').certificatePem, ['AuthnRequest'])).toMatchObject({ ok: true });
  });

  itWithTool(
    'xmllint',
    'is valid by the SAML protocol schema, with everything and with nothing optional, signed or not',
    () => {
      for (const xml of [writeAuthnRequest(least), writeAuthnRequest(most), signed(writeAuthnRequest(most))]) {
        expect(validates(xml, 'protocol')).toMatchObject({ ok: true });
      }
    },
    SCHEMA_FILES,
  );
});

describe('Logout', () => {
  const request = writeLogoutRequest({
    id: '_l1',
    issueInstant: GOOD_AT,
    destination: LOGIN_URL,
    notOnOrAfter: new Date('2026-03-02T09:20:05Z'),
    reason: 'urn:oasis:names:tc:SAML:2.0:logout:user',
    issuer: ENTITY_ID,
    nameId: { value: NAME_ID, format: NAME_ID_FORMAT.emailAddress },
    sessionIndexes: ['_s1', '_s2'],
  });
  const response = writeLogoutResponse({
    id: '_l2',
    issueInstant: GOOD_AT,
    destination: ACS,
    inResponseTo: '_l1',
    issuer: IDP_ENTITY_ID,
    status: { codes: [STATUS.responder, STATUS.requestUnsupported], message: 'no' },
  });

  it('requests are read back', () => {
    expect(readLogoutRequest(request).request).toMatchObject({
      id: '_l1',
      version: '2.0',
      issueInstant: { ms: GOOD_AT.getTime() },
      destination: LOGIN_URL,
      notOnOrAfter: { text: '2026-03-02T09:20:05.000Z' },
      reason: 'urn:oasis:names:tc:SAML:2.0:logout:user',
      issuer: { value: ENTITY_ID },
      nameId: { value: NAME_ID },
      sessionIndexes: ['_s1', '_s2'],
    });
  });

  it('responses are read back', () => {
    expect(readLogoutResponse(response).response).toMatchObject({
      id: '_l2',
      inResponseTo: '_l1',
      destination: ACS,
      issuer: { value: IDP_ENTITY_ID },
      status: { codes: [STATUS.responder, STATUS.requestUnsupported], message: 'no' },
    });
  });

  it('L1: messages with a comment or a processing instruction are refused', () => {
    const split = signed(request, 'idp', '_l1').replace(NAME_ID, `<?p not-an-?>${NAME_ID}`);
    expect(readLogoutRequest(split).problem?.message).toBe(
      'A LogoutRequest must not hold comments or processing instructions.',
    );
    expect(readLogoutResponse(response.replace('>no<', '>n<!-- -->o<')).problem?.message).toBe(
      'A LogoutResponse must not hold comments or processing instructions.',
    );
  });

  it('messages are not taken for each other', () => {
    expect(readLogoutRequest(response).problem?.message).toContain('This is LogoutResponse of');
    expect(readLogoutResponse(request).problem?.message).toContain('not a LogoutResponse of SAML 2.0.');
    expect(readLogoutRequest('').problem?.xml?.reason).toBe('not-well-formed');
  });

  it('L2: a request that wraps somebody’s signed assertion is not signed itself', () => {
    const wrapped = request.replace(
      '</samlp:LogoutRequest>',
      `<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a"><Issuer>${IDP_ENTITY_ID}</Issuer></Assertion></samlp:LogoutRequest>`,
    );
    const { request: read } = readLogoutRequest(signed(wrapped, 'idp', '_a'));
    if (!read) throw new Error('unread');
    const trusted = [certificateFromPem(testKey('idp').certificatePem)];
    expect(readEnvelopedSignature(read.document, read.element, trusted).status).toBe('defective');
  });

  itWithTool(
    'xmllint',
    'messages are valid by the SAML protocol schema',
    () => {
      for (const xml of [request, response]) expect(validates(xml, 'protocol')).toMatchObject({ ok: true });
    },
    SCHEMA_FILES,
  );
});
