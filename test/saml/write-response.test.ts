import { describe, expect, it } from '@jest/globals';
import { STATUS } from '../../src/saml/names.js';
import { readXml } from '../../src/saml/read-xml.js';
import { writeResponse } from '../../src/saml/write-response.js';
import { ACS, aResponse, ENTITY_ID, IDP_ENTITY_ID, NAME_ID, REQUEST_ID } from '../a-response.js';
import { corpusText, itOverCorpus } from './corpus.js';

/** The shape alone: names, attribute names and their order, with what differs from one login to the next blotted out. */
function shape(xml: string): string {
  return xml
    .replace(/ (ID|InResponseTo|URI|SessionIndex|Destination|Recipient)="[^"]*"/g, ' $1=""')
    .replace(
      / (IssueInstant|NotBefore|NotOnOrAfter|AuthnInstant)="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/g,
      ' $1="instant"',
    )
    .replace(
      /<(Issuer|DigestValue|SignatureValue|X509Certificate|NameID|Audience|AttributeValue)((?: [^>]*)?)>[^<]*</g,
      '<$1$2><',
    );
}

describe('A response as Entra writes it', () => {
  it('is one line without XML declaration, protocol prefix last, statements in their order', () => {
    const { xml } = aResponse({
      sign: 'none',
      assertion: (plan) => ({ ...plan, attributes: [{ name: 'a', values: ['1', '2'] }] }),
    });
    expect(xml).toBe(
      '<samlp:Response ID="_0b0f4c5e-41f8-4d1e-9f3a-7d2b6c1a9e10" Version="2.0" IssueInstant="2026-03-02T09:15:00.003Z"' +
        ` Destination="${ACS}" InResponseTo="${REQUEST_ID}" xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">` +
        `<Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">${IDP_ENTITY_ID}</Issuer>` +
        '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>' +
        '<Assertion ID="_94cf0dfe-92d7-41f7-a1bf-6b0867668f00" IssueInstant="2026-03-02T09:15:00.000Z" Version="2.0"' +
        ' xmlns="urn:oasis:names:tc:SAML:2.0:assertion">' +
        `<Issuer>${IDP_ENTITY_ID}</Issuer><Subject>` +
        `<NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">${NAME_ID}</NameID>` +
        '<SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">' +
        `<SubjectConfirmationData InResponseTo="${REQUEST_ID}" NotOnOrAfter="2026-03-02T10:14:59.889Z" Recipient="${ACS}"/>` +
        '</SubjectConfirmation></Subject>' +
        '<Conditions NotBefore="2026-03-02T09:09:59.889Z" NotOnOrAfter="2026-03-02T10:14:59.889Z">' +
        `<AudienceRestriction><Audience>${ENTITY_ID}</Audience></AudienceRestriction></Conditions>` +
        '<AttributeStatement><Attribute Name="a"><AttributeValue>1</AttributeValue><AttributeValue>2</AttributeValue>' +
        '</Attribute></AttributeStatement>' +
        '<AuthnStatement AuthnInstant="2026-03-02T09:14:00.000Z" SessionIndex="_94cf0dfe-92d7-41f7-a1bf-6b0867668f00">' +
        '<AuthnContext><AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</AuthnContextClassRef>' +
        '</AuthnContext></AuthnStatement></Assertion></samlp:Response>',
    );
  });

  itOverCorpus('differs from a captured one of 2023 in ids, instants, keys and values only', () => {
    const captured = corpusText('entra/ssoready/assertion.xml').trim();
    const { xml } = aResponse({
      unsolicited: true,
      assertion: (plan) => ({
        ...plan,
        attributes: (plan.attributes ?? []).map((one) =>
          one.name?.endsWith('authnmethodsreferences') ? { ...one, values: ['1', '2', '3'] } : one,
        ),
      }),
    });
    expect(shape(xml)).toBe(shape(captured));
  });

  it('names no request when the IdP started', () => {
    expect(aResponse({ unsolicited: true }).xml).not.toContain('InResponseTo');
  });

  it('can carry an error: nested codes, a message, no assertion, no destination', () => {
    const xml = writeResponse({
      id: '_r',
      version: '2.0',
      issueInstant: '2013-03-18T08:49:24.412Z',
      inResponseTo: '_q',
      issuer: { value: IDP_ENTITY_ID },
      status: { codes: [STATUS.requester, STATUS.unsupportedBinding], message: 'AADSTS75003: <no>' },
      assertions: [],
    });
    expect(xml).toContain(
      '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Requester">' +
        '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:UnsupportedBinding"/></samlp:StatusCode>' +
        '<samlp:StatusMessage>AADSTS75003: &lt;no&gt;</samlp:StatusMessage></samlp:Status></samlp:Response>',
    );
    expect(xml).not.toContain('Destination');
  });

  it('says exactly what the plan says, however wrong', () => {
    const { xml } = aResponse({
      sign: 'none',
      plan: (plan) => ({ ...plan, version: '1.1', issueInstant: 'yesterday', destination: '' }),
      assertion: ({ issuer, ...plan }) => ({
        ...plan,
        conditions: {
          audienceRestrictions: [['a', 'b'], []],
          oneTimeUse: true,
          proxyRestriction: { count: 0, audiences: ['c'] },
        },
      }),
    });
    expect(xml).toContain('Version="1.1" IssueInstant="yesterday" Destination=""');
    expect(xml).toContain('xmlns="urn:oasis:names:tc:SAML:2.0:assertion"><Subject>');
    expect(xml).toContain(
      '<Conditions><AudienceRestriction><Audience>a</Audience><Audience>b</Audience></AudienceRestriction>' +
        '<AudienceRestriction/><OneTimeUse/><ProxyRestriction Count="0"><Audience>c</Audience></ProxyRestriction></Conditions>',
    );
  });

  it('stays XML with any value in any place', () => {
    const nasty = `"]]><Attribute Name='x'>&amp;\u0007`;
    const { xml } = aResponse({
      basics: {
        issuer: nasty,
        audience: nasty,
        assertionConsumerServiceUrl: nasty,
        inResponseTo: nasty,
        nameId: { value: nasty, format: nasty, spNameQualifier: nasty },
        attributes: [{ name: nasty, values: [nasty] }],
      },
      plan: (plan) => ({ ...plan, status: { codes: [nasty], message: nasty } }),
    });
    expect(readXml(xml).problem).toBeUndefined();
    expect(xml.match(/<Attribute /g)).toHaveLength(1);
    // What is no character of XML is written as U+FFFD.
    expect(xml).toContain(">\"]]&gt;&lt;Attribute Name='x'&gt;&amp;amp;\uFFFD</NameID>");
  });
});
