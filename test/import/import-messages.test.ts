import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { importMessages } from '../../src/import/import-messages.js';
import { base64, deflated, form, LOGOUT, REQUEST, RESPONSE } from './messages.js';

const corpus = process.env['SAML_REHEARSAL_CORPUS'] ?? '../shared/corpus';
const only = (input: string | Uint8Array) => {
  const messages = importMessages(input, 'pasted');
  expect(messages).toHaveLength(1);
  return messages[0] as (typeof messages)[number];
};

describe('What people have is taken as it is', () => {
  it('raw XML', () => {
    const message = only(RESPONSE);
    expect(message).toMatchObject({
      kind: 'response',
      id: '_r1',
      inResponseTo: '_q1',
      root: 'samlp:Response',
      repairs: [],
    });
    expect(message.received).toEqual({ binding: 'document', samlResponse: RESPONSE });
  });

  it('raw XML with an XML declaration, a comment and a byte order mark before it', () => {
    const message = only(Buffer.from(`\uFEFF<?xml version="1.0"?>\n<!-- saved -->\n${RESPONSE}`));
    expect(message.kind).toBe('response');
    expect(message.repairs).toEqual(['A byte order mark at the start was removed.']);
  });

  it('XML that PowerShell wrote as UTF-16', () => {
    const message = only(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(RESPONSE, 'utf16le')]));
    expect(message.received.samlResponse).toBe(RESPONSE);
    expect(message.repairs.join()).toContain('UTF-16');
  });

  it('HTML-escaped XML', () => {
    const message = only(RESPONSE.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'));
    expect(message.received.samlResponse).toBe(RESPONSE);
    expect(message.repairs.join()).toContain('HTML-escaped');
  });

  it('the bare base64 value', () => {
    const message = only(`${base64(RESPONSE)}\n`);
    expect(message.received).toEqual({ binding: 'HTTP-POST', samlResponse: base64(RESPONSE) });
    expect(message).toMatchObject({ kind: 'response', xml: RESPONSE, repairs: [] });
  });

  it('base64 wrapped over lines, saying so', () => {
    const wrapped = base64(RESPONSE).replace(/(.{40})/g, '$1\r\n');
    expect(only(wrapped).received.samlResponse).toBe(base64(RESPONSE));
    expect(only(wrapped).repairs).toEqual(['Line breaks inside the base64 were removed.']);
  });

  it('base64 in quotes', () => {
    expect(only(`"${base64(RESPONSE)}"`).repairs).toEqual(['Quotation marks around the value were removed.']);
  });

  it('a URL-encoded value, once and twice, saying which', () => {
    const once = only(encodeURIComponent(base64(RESPONSE)));
    const twice = only(encodeURIComponent(encodeURIComponent(base64(RESPONSE))));
    expect(once.received.samlResponse).toBe(base64(RESPONSE));
    expect(twice.received.samlResponse).toBe(base64(RESPONSE));
    expect(once.repairs).toEqual(['The value was URL-encoded; it was decoded once.']);
    expect(twice.repairs).toEqual(['The value was URL-encoded twice; every layer was taken off.']);
  });

  it('a value whose + became spaces is left so, for the checks to name', () => {
    const spoiled = base64(RESPONSE).replaceAll('+', ' ');
    expect(spoiled).toContain(' ');
    expect(only(spoiled).received.samlResponse).toBe(spoiled);
    expect(only(spoiled).kind).toBe('response');
  });

  it('a form body with its RelayState and the names of all fields', () => {
    const message = only(form({ SAMLResponse: base64(RESPONSE), RelayState: 'ü&=/x', extra: '1' }));
    expect(message.received).toEqual({
      binding: 'HTTP-POST',
      samlResponse: base64(RESPONSE),
      relayState: 'ü&=/x',
      fieldNames: ['SAMLResponse', 'RelayState', 'extra'],
    });
  });

  it('a form body that was encoded twice on the wire stays so, with a note', () => {
    const message = only(form({ SAMLResponse: encodeURIComponent(base64(RESPONSE)) }));
    expect(message.received.samlResponse).toBe(encodeURIComponent(base64(RESPONSE)));
    expect(message.notes.join()).toContain('URL-encoded twice');
  });

  it('a form body with a SAMLRequest: the service provider would see no SAMLResponse in it', () => {
    const message = only(form({ SAMLRequest: base64(REQUEST) }));
    expect(message).toMatchObject({ kind: 'request', xml: REQUEST });
    expect(message.received).toEqual({ binding: 'HTTP-POST', fieldNames: ['SAMLRequest'] });
  });

  it('a full URL of the Redirect binding', () => {
    const message = only(`https://idp.example/saml2?${form({ SAMLRequest: deflated(REQUEST), RelayState: 'r' })}#top`);
    expect(message).toMatchObject({ kind: 'request', id: '_q1', xml: REQUEST, sentTo: 'https://idp.example/saml2' });
    expect(message.received).toMatchObject({ binding: 'HTTP-Redirect', method: 'GET', relayState: 'r' });
  });

  it('a page with a self-submitting form', () => {
    const page = `<!DOCTYPE html><title>Working...</title><form method=POST action="https://sp.example/acs?a=1&amp;b=2">
      <input type=hidden name=SAMLResponse value="${base64(RESPONSE).replaceAll('+', '&#x2b;')}"><input name=RelayState value="x"></form>`;
    const message = only(page);
    expect(message).toMatchObject({ kind: 'response', sentTo: 'https://sp.example/acs?a=1&b=2' });
    expect(message.received).toMatchObject({ method: 'POST', samlResponse: base64(RESPONSE), relayState: 'x' });
  });

  it('the parsed body a web framework logs', () => {
    expect(only(JSON.stringify({ body: { SAMLResponse: base64(RESPONSE) } })).kind).toBe('response');
  });

  it('a raw HTTP request, with where it went', () => {
    const text = `POST /login/saml HTTP/1.1\r\nHost: eu-api.mimecast.com\r\n\r\n${form({ SAMLResponse: base64(RESPONSE) })}`;
    expect(only(text)).toMatchObject({ kind: 'response', sentTo: 'https://eu-api.mimecast.com/login/saml' });
  });

  it('a log with several messages, each with its line', () => {
    const log = `12:00 sent ${REQUEST}\n12:01 noise\n12:02 got SAMLResponse=${encodeURIComponent(base64(RESPONSE))} ok\n`;
    const messages = importMessages(log, 'sso.log');
    expect(messages.map((m) => [m.kind, m.source])).toEqual([
      ['request', 'sso.log, line 1'],
      ['response', 'sso.log, line 3'],
    ]);
    expect(messages[1]?.request?.xml).toBe(REQUEST);
  });

  it('one value per line', () => {
    expect(importMessages(`${base64(RESPONSE)}\n${base64(LOGOUT)}\n`).map((m) => m.kind)).toEqual([
      'response',
      'logout',
    ]);
  });

  it('says what each message is', () => {
    expect(only('<md:EntityDescriptor xmlns:md="m" entityID="x"/>').kind).toBe('metadata');
    expect(only('<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"/>').kind).toBe('assertion');
    expect(only('<t:RequestSecurityTokenResponse xmlns:t="x"/>').kind).toBe('unknown');
    expect(only(RESPONSE.slice(0, 150)).kind).toBe('response');
  });
});

describe('What is no message is said to be what it is', () => {
  const hint = (input: string) => only(input).hint;

  it('nothing at all', () => expect(hint(' \n')).toBe('It is empty.'));
  it('a private key', () => expect(hint('-----BEGIN RSA PRIVATE KEY-----\nAAAA')).toContain('a private key'));
  it('a certificate', () => expect(hint('-----BEGIN CERTIFICATE-----\nAAAA')).toContain('a certificate'));
  it('other JSON', () => expect(hint('{"a":1}')).toContain('JSON, but not a HAR'));
  it('a page without a form', () =>
    expect(hint('<html><body><script>x</script><h1>Sorry</h1> AADSTS50105: blocked</body></html>')).toBe(
      'This is a page without a SAML form. It says: "Sorry AADSTS50105: blocked"',
    ));
  it('prose', () =>
    expect(hint('Dear support, it does not work!')).toContain('Nothing in it looks like a SAML message'));
});

describe('Hostile input', () => {
  it.each([
    ['deeply nested page', `<html>${'<div>'.repeat(20_000)}<form><input name=SAMLResponse value=x></form>`],
    ['twenty thousand unclosed starts', '<samlp:Response '.repeat(20_000)],
    ['a run of URLs', `x ${'http://'.repeat(20_000)}`],
    ['an unclosed comment', `<!--${'<!--'.repeat(50_000)}`],
    [
      'JSON that names prototypes',
      '{"__proto__":{"SAMLResponse":"x"},"requests":[{"url":1},null,{"url":"u","post":[[1,2],null]}]}',
    ],
    ['control characters', '\0\0\0\u0001'],
  ])('%s neither throws nor hangs', (_name, input) => {
    expect(importMessages(input).length).toBeGreaterThan(0);
  });

  it('a deflate bomb is not inflated, bare or in a URL', () => {
    const packed = (length: number) => deflated(`<samlp:Response>${'a'.repeat(length)}</samlp:Response>`);
    const url = (value: string) => `https://idp.example/saml2?${form({ SAMLRequest: value })}`;
    const bomb = packed(50_000_000);
    expect([packed(100), url(packed(100))].map((input) => only(input).xml?.length)).toEqual([133, 133]);
    expect([bomb, url(bomb)].map((input) => only(input).xml)).toEqual([undefined, undefined]);
  });
});

(existsSync(join(corpus, 'entra')) ? describe : describe.skip)(
  'Real captures (skipped where the corpus is absent)',
  () => {
    it("Entra's own posting page", () => {
      const message = only(readFileSync(join(corpus, 'entra/saml2aws/SAMLResponse.html')));
      expect(message).toMatchObject({ kind: 'response', sentTo: 'https://signin.aws.amazon.com/saml' });
    });
    it('a value as it was posted', () => {
      const message = only(readFileSync(join(corpus, 'entra/fusionauth/encodedResponse.txt')));
      expect(message).toMatchObject({
        kind: 'response',
        inResponseTo: 'id31f83b35-5954-4b67-acf8-763c15fc3aac',
        repairs: [],
      });
    });
  },
);
