import { describe, expect, it } from '@jest/globals';
import { htmlReport } from '../../src/report/html.js';
import { jsonReport } from '../../src/report/json.js';
import { markdownReport } from '../../src/report/markdown.js';
import { renderRedacted } from '../../src/report/redact.js';
import type { ReportedMessage } from '../../src/report/reported-message.js';
import { IDP_ENTITY_ID, RESPONSE_ID, TENANT_ID } from '../a-response.js';
import { reported } from './reported.js';

const KEY = new Uint8Array(16).fill(7);
const attributes = [
  { name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress', values: ['B.Simon@contoso.com'] },
  { name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname', values: ['Simon'] },
  { name: 'https://claims.contoso.com/department', values: ['Secret Projects', 'Ü&<x>', 'X'] },
  { name: 'employeeNumber', values: ['4711-0815'] },
];
const message = await reported(
  { basics: { attributes }, after: (xml) => xml.replace('Version="2.0"', 'Version="1.9"') },
  {
    name: '/home/b.simon/B.Simon@contoso.com.xml',
    settings: {
      profile: 'mimecast',
      entityId: 'https://sp.contoso.com/sso/ABC123',
      clockSkewMs: 1,
      unsolicitedResponsesAllowed: true,
      idpSigningCertificates: ['-----BEGIN CERTIFICATE-----'],
    },
    request: {
      id: '_req123456789',
      sentAt: '2026-03-02T09:15:00Z',
      xml: '<a>b</a>',
      destination: IDP_ENTITY_ID,
      binding: 'HTTP-POST',
      relayState: 'state-of-simon',
    },
    secondOpinion: { library: 'node-saml', accepted: false, reason: 'Invalid for B.Simon@contoso.com at 10.1.2.3' },
  },
);
const VALUES = [
  'B.Simon@contoso.com',
  'b.simon',
  'contoso',
  'Simon',
  'Secret Projects',
  '4711-0815',
  TENANT_ID,
  RESPONSE_ID.slice(1),
  'ABC123',
  'C46A75',
  'state-of-simon',
  '_req123456789',
  '10.1.2.3',
  '6f0c1c0a-3f0e-4f6e-9f0b-2b1d3c4e5f60',
];
const formats: [string, (messages: readonly ReportedMessage[]) => string][] = [
  ['HTML', (messages) => renderRedacted(messages, htmlReport, KEY)],
  ['Markdown', (messages) => renderRedacted(messages, markdownReport, KEY)],
  ['JSON', (messages) => renderRedacted(messages, jsonReport, KEY)],
];

describe.each(formats)('A %s report for sharing', (_name, render) => {
  const text = render([message]);

  it.each(VALUES)('does not hold %s in any spelling', (value) => {
    const lower = text.toLowerCase();
    for (const spelling of [value, encodeURIComponent(value), Buffer.from(value).toString('hex')])
      expect(lower).not.toContain(spelling.toLowerCase());
    expect(text).not.toContain(Buffer.from(value).toString('base64').slice(0, -4));
  });

  it('keeps verdict, root cause, claim names, formats and the shape of values', () => {
    expect(text).toContain(message.diagnosis.rootCause ?? 'nothing');
    expect(text).toContain('emailaddress');
    expect(text).toContain('emailAddress');
    expect(text).toMatch(/\{user:[0-9a-f]{8}\}@\{domain:[0-9a-f]{8}\}/);
    expect(text).toMatch(/https:\/\/sts\.windows\.net\/\{guid:[0-9a-f]{8}\}\//);
    expect(text).toMatch(/https:\/\/eu-api\.mimecast\.com\/sso\/\{path:[0-9a-f]{8}\}/);
  });

  it('says what was removed and that it was searched', () => {
    expect(text).toMatch(/none was found|"found": 0/);
    expect(text).toMatch(/guid/);
  });

  it('lists the fields whose values were replaced, and what was left out', () => {
    for (const field of ['NameID', 'Claim department', 'Issuer', 'Audience', 'Response ID', 'Entity ID'])
      expect(text).toContain(field);
    expect(text).toContain('names of cookies');
  });
});

describe('Fingerprints', () => {
  const of = (key: Uint8Array) => renderRedacted([message], markdownReport, key);

  it('are the same for the same value within a report', () => {
    const users = new Set([...of(KEY).matchAll(/\{user:[0-9a-f]{8}\}@/g)].map(([found]) => found));
    expect(users.size).toBe(1);
  });

  it('are others in another report', () => {
    expect(of(new Uint8Array(16).fill(8))).not.toBe(of(KEY));
  });
});

describe('When something is left', () => {
  it('nothing is written', () => {
    const leaky = (messages: readonly ReportedMessage[]) =>
      `${markdownReport(messages)} ${Buffer.from('xB.Simon@contoso.com').toString('base64')}`;
    expect(() => renderRedacted([message], leaky, KEY)).toThrow('still found in the report, so it was not written');
  });
});

describe('Values that sentences cut or make visible', () => {
  const audience = `https://intranet.contoso.com/${'secret-path/'.repeat(40)}`;

  it('are found as well', async () => {
    const wrong = await reported({ basics: { audience, nameId: { value: 'Si\u200bmon' } } });
    const finding = wrong.diagnosis.findings.find(({ id }) => id === 'audience-matches');
    expect(finding?.summary).toContain('secret-path');
    const text = renderRedacted([wrong], jsonReport, KEY);
    expect(text).toContain('audience-matches');
    expect(text).not.toMatch(/secret-path|contoso|Si<U|mon/);
  });

  it('and the marks under a difference stand under the fingerprints', async () => {
    const wrong = await reported({ basics: { audience: 'https://eu-api.mimecast.com/sso/C46A75/' } });
    const text = renderRedacted([wrong], markdownReport, KEY);
    expect(text).toMatch(
      /```text\nexpected {2}https:\/\/eu-api\.mimecast\.com\/sso\/\{path:[0-9a-f]{8}\}\nactual .*\/\n {57}\^\n```/,
    );
  });
});

describe('A message no reader gets through', () => {
  it('is left out, and its values are still kept out of the rest', async () => {
    const broken = await reported({ after: (xml) => xml.slice(0, -30) });
    const text = renderRedacted([{ ...broken, notes: ['It said "B.Simon@contoso.com" and Simon.'] }], htmlReport, KEY);
    expect(text).not.toContain('Simon');
    expect(text).toContain('xml-well-formed');
  });
});
