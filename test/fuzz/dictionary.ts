/** Words of the trade: what an attacker, a broken proxy or a careless editor would put into a message. */
import { DIGEST, NS, SIGNATURE_METHOD } from '../../src/saml/names.js';
import { ACS, ASSERTION_ID, ENTITY_ID, IDP_ENTITY_ID, NAME_ID, REQUEST_ID, RESPONSE_ID } from '../a-response.js';

const EXC = 'http://www.w3.org/2001/10/xml-exc-c14n#';

export const VALUES: readonly string[] = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    'true',
    '2.0',
    '1.1',
    '#',
    '"',
    "'",
    '&amp;',
    '&#0;',
    '&#x41;',
    '&lt;',
    '\u0000',
    '\ufeff',
    '\u202e',
  ],
  ...[ACS, ENTITY_ID, IDP_ENTITY_ID, NAME_ID, REQUEST_ID, RESPONSE_ID, ASSERTION_ID],
  ...[`#${RESPONSE_ID}`, `#${ASSERTION_ID}`, '#xpointer(/)', `#xpointer(id('${ASSERTION_ID}'))`, 'admin@contoso.com'],
  ...['2026-03-02T09:15:05Z', '2020-01-01T00:00:00Z', '2099-01-01T00:00:00Z', '2026-03-02', '2026-02-30T25:61:61Z'],
  ...Object.values(NS),
  ...Object.values(SIGNATURE_METHOD),
  ...Object.values(DIGEST),
  ...[
    EXC,
    `${EXC}WithComments`,
    'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
    'http://www.w3.org/2006/12/xml-c14n11',
  ],
  ...['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/TR/1999/REC-xslt-19991116'],
  ...['http://www.w3.org/2000/09/xmldsig#base64', 'http://www.w3.org/TR/1999/REC-xpath-19991116', 'relative/uri'],
  ...['urn:oasis:names:tc:SAML:2.0:cm:bearer', 'urn:oasis:names:tc:SAML:2.0:cm:sender-vouches'],
  ...['urn:oasis:names:tc:SAML:2.0:status:Success', 'urn:oasis:names:tc:SAML:2.0:status:Responder'],
];

/** Attributes to put on any element. */
export const ATTRIBUTES: readonly string[] = [
  `ID="${ASSERTION_ID}"`,
  `ID="${RESPONSE_ID}"`,
  `Id="${ASSERTION_ID}"`,
  `xml:id="${ASSERTION_ID}"`,
  `x:ID="${ASSERTION_ID}" xmlns:x="urn:x"`,
  'xml:lang="en"',
  'xml:space="preserve"',
  'xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns=""',
  'xmlns="urn:other"',
  `xmlns="${NS.assertion}"`,
  `xmlns="${NS.protocol}"`,
  `xmlns:samlp="${NS.assertion}"`,
  `xmlns:ds="${NS.signature}"`,
  'xmlns:xml="http://www.w3.org/XML/1998/namespace"',
  'xmlns:xmlns="urn:x"',
  'NotOnOrAfter="2099-01-01T00:00:00Z"',
  `InResponseTo="${REQUEST_ID}"`,
  '__proto__="1"',
];

/** Markup to put anywhere. */
export const MARKUP: readonly string[] = [
  '<!---->',
  '<!-- x -->',
  '<!--->',
  '<?x?>',
  '<?xml version="1.0"?>',
  '<?xml-stylesheet href="x"?>',
  '<![CDATA[]]>',
  '<![CDATA[x]]>',
  '<x/>',
  '<x xmlns=""></x>',
  '&amp;',
  '&x;',
  '&#13;',
  '\r',
  '\r\n',
  '\n',
  '\t',
  ' ',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\ufffe',
  '<!DOCTYPE x>',
  '<!DOCTYPE x [<!ENTITY x "admin">]>',
  `<Assertion xmlns="${NS.assertion}"/>`,
  `<Signature xmlns="${NS.signature}"/>`,
  `<Object xmlns="${NS.signature}"/>`,
  `<NameID xmlns="${NS.assertion}">admin@contoso.com</NameID>`,
];

/** Elements to wrap around others. */
export const WRAPPERS: readonly (readonly [string, string])[] = [
  ['<x>', '</x>'],
  ['<samlp:Extensions>', '</samlp:Extensions>'],
  [`<Advice xmlns="${NS.assertion}">`, '</Advice>'],
  [`<Object xmlns="${NS.signature}">`, '</Object>'],
  [`<samlp:Response xmlns:samlp="${NS.protocol}">`, '</samlp:Response>'],
  [`<Assertion xmlns="${NS.assertion}">`, '</Assertion>'],
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
];
