/** What a response says, piece by piece: as written, absent when absent, all of it when it is there twice. */
import { describe, expect, it } from '@jest/globals';
import { readAssertion, readResponse } from '../../src/saml/read-response.js';
import { readXml } from '../../src/saml/read-xml.js';
import type { Assertion, Response } from '../../src/saml/types.js';
import type { XmlDocument } from '../../src/saml/xml.js';
import {
  ACS,
  ASSERTION_ID,
  aResponse,
  CLAIMS,
  ENTITY_ID,
  IDP_ENTITY_ID,
  NAME_ID,
  REQUEST_ID,
  RESPONSE_ID,
  type ResponseChange,
} from '../a-response.js';

function documentOf(xml: string): XmlDocument {
  const { document, problem } = readXml(xml);
  if (!document) throw new Error(problem.message);
  return document;
}

function responseOf(change: ResponseChange = {}): Response {
  const response = readResponse(documentOf(aResponse({ sign: 'none', ...change }).xml));
  if (!response) throw new Error('not a Response');
  return response;
}

function assertionOf(change?: ResponseChange): Assertion {
  const [element] = responseOf(change).assertions;
  if (!element) throw new Error('no Assertion');
  return readAssertion(element);
}

const replaced = (from: string | RegExp, to: string): ResponseChange => ({ before: (xml) => xml.replace(from, to) });

describe('A response', () => {
  it('is read with all it says about itself', () => {
    expect(responseOf()).toMatchObject({
      id: RESPONSE_ID,
      version: '2.0',
      issueInstant: { ms: Date.parse('2026-03-02T09:15:00.003Z') },
      destination: ACS,
      inResponseTo: REQUEST_ID,
      issuer: { value: IDP_ENTITY_ID, isTextOnly: true },
      status: { codes: ['urn:oasis:names:tc:SAML:2.0:status:Success'] },
      assertions: [{ localName: 'Assertion' }],
      encryptedAssertions: [],
      misplacedAssertions: [],
    });
  });

  it('lacks what it does not say, instead of having it empty', () => {
    const response = responseOf({
      before: (xml) =>
        xml
          .replace(/<samlp:Response .*?>/s, '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">')
          .replace(/<samlp:Status>.*<\/samlp:Status>/s, ''),
    });
    expect(Object.keys(response)).toEqual([
      'element',
      'issuer',
      'assertions',
      'encryptedAssertions',
      'misplacedAssertions',
    ]);
  });

  it('has the whole chain of status codes and the message verbatim', () => {
    const message = 'AADSTS50105: The signed in user is not assigned &amp; so on ';
    const status =
      '<samlp:Status><samlp:StatusCode Value="urn:a"><samlp:StatusCode Value="urn:b"><samlp:StatusCode/></samlp:StatusCode></samlp:StatusCode>' +
      `<samlp:StatusMessage>${message}</samlp:StatusMessage></samlp:Status>`;
    expect(responseOf(replaced(/<samlp:Status>.*<\/samlp:Status>/s, status)).status).toMatchObject({
      codes: ['urn:a', 'urn:b', ''],
      message: message.replace('&amp;', '&'),
    });
  });

  it('is none in another namespace or under another name', () => {
    const { xml } = aResponse({ sign: 'none' });
    expect(readResponse(documentOf(xml.replaceAll('SAML:2.0:protocol', 'SAML:1.0:protocol')))).toBeUndefined();
    expect(readResponse(documentOf(xml.replaceAll('samlp:Response', 'samlp:LogoutResponse')))).toBeUndefined();
    expect(readResponse(documentOf('<Response/>'))).toBeUndefined();
  });

  it('does not take for an assertion what only looks like one, but says where it stands', () => {
    const foreign = responseOf({
      before: (xml) => xml.replace(/<Assertion .*?>/s, '<Assertion xmlns="urn:oasis:names:tc:SAML:1.0:assertion">'),
    });
    expect(foreign.assertions).toHaveLength(0);
    expect(foreign.misplacedAssertions).toHaveLength(1);
    const nested = responseOf(
      replaced('</Subject>', '</Subject><Advice><Assertion/><x:EncryptedAssertion xmlns:x="urn:x"/></Advice>'),
    );
    expect(nested.misplacedAssertions.map(({ localName }) => localName)).toEqual(['Assertion', 'EncryptedAssertion']);
  });
});

describe('An assertion', () => {
  it('is read with subject, conditions, session and claims', () => {
    expect(assertionOf()).toMatchObject({
      id: ASSERTION_ID,
      version: '2.0',
      issuer: { value: IDP_ENTITY_ID },
      subject: {
        nameIds: [
          { value: NAME_ID, isTextOnly: true, format: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress' },
        ],
        confirmations: [
          { method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer', data: { recipient: ACS, inResponseTo: REQUEST_ID } },
        ],
      },
      conditions: [
        {
          audienceRestrictions: [{ audiences: [{ value: ENTITY_ID }] }],
          oneTimeUse: false,
          proxyRestriction: false,
          unknown: [],
        },
      ],
      authnStatements: [{ contextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:Password' }],
    });
    expect(
      assertionOf().attributes.map(({ name, values }) => ({ name, values: values.map(({ value }) => value) })),
    ).toEqual(CLAIMS);
  });

  it('keeps both of what is there twice', () => {
    const twice = assertionOf({
      before: (xml) =>
        xml
          .replace(/(<NameID.*<\/NameID>)/s, '$1<NameID>second</NameID>')
          .replace(/(<Conditions.*<\/Conditions>)/s, '$1<Conditions/>')
          .replace(
            /(<AttributeStatement>.*<\/AttributeStatement>)/s,
            '$1<AttributeStatement><Attribute Name="n"/></AttributeStatement>',
          ),
    });
    expect(twice.subject?.nameIds.map(({ value }) => value)).toEqual([NAME_ID, 'second']);
    expect(twice.conditions).toHaveLength(2);
    expect(twice.attributes.at(-1)).toMatchObject({ name: 'n', values: [] });
  });

  it('gives values exactly as written, neither trimmed nor cut at what splits them', () => {
    const value = (content: string) => assertionOf(replaced(`>${NAME_ID}<`, `>${content}<`)).subject?.nameIds[0];
    expect(value(' a@b \n')).toMatchObject({ value: ' a@b \n', isTextOnly: true });
    expect(value('a@b.example<!-- x -->.evil')).toMatchObject({ value: 'a@b.example.evil', isTextOnly: false });
    expect(value('a@b<?p data?>.example')).toMatchObject({ value: 'a@b.example', isTextOnly: false });
    expect(value('a<x>@</x>b')).toMatchObject({ value: 'a@b', isTextOnly: false });
    expect(value('<![CDATA[a@b]]>')).toMatchObject({ value: 'a@b', isTextOnly: true });
    expect(value('')).toMatchObject({ value: '', isTextOnly: true });
  });

  it('names conditions it does not know', () => {
    const { conditions } = assertionOf(
      replaced(
        '</Conditions>',
        '<OneTimeUse/><ProxyRestriction/><Condition/><x:Weekday xmlns:x="urn:x"/></Conditions>',
      ),
    );
    expect(conditions[0]).toMatchObject({ oneTimeUse: true, proxyRestriction: true });
    expect(conditions[0]?.unknown.map(({ localName }) => localName)).toEqual(['Condition', 'Weekday']);
  });

  it('reads an attribute without name, with several values and with none', () => {
    const { attributes } = assertionOf(
      replaced(
        /<AttributeStatement>.*<\/AttributeStatement>/s,
        '<AttributeStatement><Attribute/><Attribute Name="__proto__" NameFormat="f" FriendlyName="g"><AttributeValue>1</AttributeValue><AttributeValue/></Attribute></AttributeStatement>',
      ),
    );
    expect(attributes.map(({ name, values }) => [name, values.map(({ value }) => value)])).toEqual([
      [undefined, []],
      ['__proto__', ['1', '']],
    ]);
    expect(attributes[1]).toMatchObject({ nameFormat: 'f', friendlyName: 'g' });
  });
});
