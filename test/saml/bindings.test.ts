import { sign } from 'node:crypto';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import {
  decodePost,
  decodeRedirect,
  encodePost,
  encodeRedirect,
  verifyRedirectSignature,
} from '../../src/saml/bindings.js';
import { certificateFromPem } from '../../src/saml/certificates.js';
import { SIGNATURE_METHOD } from '../../src/saml/names.js';
import { writeLogoutRequest } from '../../src/saml/write-logout.js';
import { ENTITY_ID, GOOD_AT, NAME_ID } from '../a-response.js';
import { type TestKeyName, testKey } from '../keys.js';

const XML = writeLogoutRequest({ id: '_l1', issueInstant: GOOD_AT, issuer: ENTITY_ID, nameId: { value: NAME_ID } });
const RELAY_STATE = 'https://a.example/?x=1&y=ä +';

function query(key?: TestKeyName, signatureMethod?: string, xml = XML): string {
  const signing = key && {
    privateKeyPem: testKey(key).privateKeyPem,
    ...(signatureMethod !== undefined && { signatureMethod }),
  };
  return encodeRedirect({ xml, parameter: 'SAMLRequest', relayState: RELAY_STATE, ...(signing && { sign: signing }) });
}

function packed(bytes: Uint8Array): string {
  return `SAMLRequest=${encodeURIComponent(Buffer.from(bytes).toString('base64'))}`;
}

function refusal(rawQuery: string): string {
  return decodeRedirect(rawQuery).problem ?? 'accepted';
}

function verdict(rawQuery: string, key: TestKeyName = 'idp', allowSha1 = false): string {
  const { message, problem } = decodeRedirect(rawQuery);
  if (!message) return problem;
  const { status, detail } = verifyRedirectSignature(message, [certificateFromPem(testKey(key).certificatePem)], {
    allowSha1,
  });
  return detail === undefined ? status : `${status}: ${detail}`;
}

const FAILS =
  'fails: The query signature does not verify with any trusted key (another key, or the encoding was changed on the way).';

describe('HTTP-Redirect', () => {
  it('carries message and RelayState there and back', () => {
    const raw = query();
    expect(raw).toMatch(/^SAMLRequest=[^&]+&RelayState=[^&]+$/);
    expect(decodeRedirect(`?${raw}&login_hint=B.Simon%40contoso.com&auto=1`).message).toEqual({
      xml: XML,
      parameter: 'SAMLRequest',
      relayState: RELAY_STATE,
      others: [
        ['login_hint', 'B.Simon@contoso.com'],
        ['auto', '1'],
      ],
    });
    const response = encodeRedirect({ xml: '<é/>', parameter: 'SAMLResponse' });
    expect(decodeRedirect(response).message).toEqual({ xml: '<é/>', parameter: 'SAMLResponse', others: [] });
  });

  it('says plainly what keeps a message from being read', () => {
    const cases: [string, string][] = [
      ['', 'Neither SAMLRequest nor SAMLResponse stands in the query.'],
      ['RelayState=x', 'Neither SAMLRequest nor SAMLResponse stands in the query.'],
      ['SAMLRequest=', 'The message is empty.'],
      ['SAMLRequest=%%%', 'The value of SAMLRequest is not percent-encoded UTF-8.'],
      ['SAMLRequest=abc', 'The message is not base64.'],
      ['SAMLRequest=ab+c', 'The message is not base64. A "+" that was not percent-encoded arrives as a space.'],
      [
        packed(Buffer.from(XML)),
        'The message was not compressed; the Redirect binding wants raw DEFLATE before base64.',
      ],
      [packed(deflateRawSync(XML).subarray(0, 60)), 'The message is not raw DEFLATE data, or it was cut off.'],
      [packed(deflateRawSync(Buffer.from([0xff, 0xfe, 0x3c]))), 'The inflated message is not UTF-8 text.'],
      [`${query()}&SAMLEncoding=urn%3Ax`, 'The SAMLEncoding "urn:x" is not known.'],
    ];
    for (const [raw, expected] of cases) expect([raw.slice(0, 40), refusal(raw)]).toEqual([raw.slice(0, 40), expected]);
    const deflate = encodeURIComponent('urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE');
    expect(refusal(`${query()}&SAMLEncoding=${deflate}`)).toBe('accepted');
  });

  it('R3: takes no two messages, no parameter twice, no name that only decodes to the right one', () => {
    const raw = query();
    const value = raw.split('&')[0]?.slice('SAMLRequest='.length) ?? '';
    expect(refusal(`${raw}&SAMLResponse=${value}`)).toBe('SAMLRequest and SAMLResponse stand in one query.');
    expect(refusal(`${raw}&SAMLRequest=${value}`)).toBe('SAMLRequest stands in the query more than once.');
    expect(refusal(`${raw}&RelayState=x`)).toBe('RelayState stands in the query more than once.');
    expect(refusal(`SAML%52equest=${value}`)).toBe(
      'The parameter name "SAML%52equest" is an unusual way to write SAMLRequest.',
    );
    expect(refusal(`SAMLRequest[]=${value}`)).toBe(
      'The parameter name "SAMLRequest[]" is an unusual way to write SAMLRequest.',
    );
    expect(refusal(`${raw}&Sig%41lg=x`)).toBe('The parameter name "Sig%41lg" is an unusual way to write SigAlg.');
    expect(refusal(`${raw}&+RelayState=x`)).toBe(
      'The parameter name "+RelayState" is an unusual way to write RelayState.',
    );
  });

  it('R4: reads only so many parameters and only so long a query', () => {
    expect(refusal(`${'a=1&'.repeat(64)}${query()}`)).toBe('There are 66 query parameters; at most 64 are read.');
    expect(refusal(`a=${'x'.repeat(600_000)}`)).toBe('The query string is longer than 524288 characters.');
  });

  it('R8: inflates no bomb, no zlib header, nothing that something follows', () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(refusal(packed(deflateRawSync(Buffer.alloc(200 * 2 ** 20, 0x20))))).toBe(
      'The inflated message is larger than 256 KiB.',
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(220 * 2 ** 20);
    expect(refusal(packed(deflateSync(XML)))).toBe(
      'The message was compressed with a zlib header; the Redirect binding wants raw DEFLATE.',
    );
    expect(refusal(packed(Buffer.concat([deflateRawSync(XML), Buffer.from('more')])))).toBe(
      '4 bytes follow the compressed message.',
    );
  });
});

describe('The signature of a redirected message', () => {
  it.each<[TestKeyName, string | undefined]>([
    ['idp', undefined],
    ['idp', SIGNATURE_METHOD.rsaSha512],
    ['idp', SIGNATURE_METHOD.rsaPssSha256],
    ['ec', undefined],
  ])('R0: verifies when it was made with the key %s (%s)', (key, method) => {
    const raw = query(key, method);
    expect(raw).toMatch(/&SigAlg=[^&]+&Signature=[^&]+$/);
    expect(verdict(raw, key)).toBe('verifies');
  });

  it('covers RelayState only when there is one', () => {
    const { privateKeyPem } = testKey('idp');
    expect(verdict(encodeRedirect({ xml: XML, parameter: 'SAMLResponse', sign: { privateKeyPem } }))).toBe('verifies');
    expect(
      verdict(encodeRedirect({ xml: XML, parameter: 'SAMLRequest', relayState: '', sign: { privateKeyPem } })),
    ).toBe('verifies');
  });

  it('R1: is missed when absent, in whole or in part', () => {
    expect(verdict(query())).toBe('absent: The query carries no Signature.');
    expect(verdict(query('idp').replace(/&SigAlg=[^&]*/, ''))).toBe(
      'incomplete: The query carries a Signature, but no SigAlg.',
    );
    expect(verdict(query('idp').replace(/&Signature=.*/, ''))).toBe(
      'incomplete: The query carries a SigAlg, but no Signature in base64.',
    );
  });

  it('R2: does not cover another message, RelayState or algorithm', () => {
    const other = query(undefined, undefined, XML.replace(NAME_ID, 'admin@contoso.com')).split('&')[0] ?? '';
    expect(verdict(query('idp').replace(/^SAMLRequest=[^&]*/, other))).toBe(FAILS);
    expect(verdict(query('idp').replace(/RelayState=[^&]*/, 'RelayState=x'))).toBe(FAILS);
    expect(verdict(query('idp').replace(/&RelayState=[^&]*/, ''))).toBe(FAILS);
    expect(verdict(query('idp').replace('rsa-sha256', 'rsa-sha512'))).toBe(FAILS);
    expect(verdict(query('rogue'))).toBe(FAILS);
  });

  it('R5: is never computed with HMAC, MD5, nothing, or a key of another kind', () => {
    const as = (method: string) => query('idp').replace(/SigAlg=[^&]*/, `SigAlg=${encodeURIComponent(method)}`);
    for (const method of [SIGNATURE_METHOD.rsaMd5, SIGNATURE_METHOD.hmacSha256, 'none', '']) {
      expect(verdict(as(method))).toBe(`algorithm-not-allowed: The SigAlg "${method}" is not allowed.`);
    }
    const { privateKeyPem } = testKey('idp');
    const covered = `${query()}&SigAlg=${encodeURIComponent(SIGNATURE_METHOD.ecdsaSha256)}`;
    const rsaValue = sign('sha256', Buffer.from(covered), privateKeyPem).toString('base64');
    expect(verdict(`${covered}&Signature=${encodeURIComponent(rsaValue)}`)).toBe(FAILS);
  });

  it('R6: with SHA-1 counts only where that is allowed', () => {
    const raw = query('idp', SIGNATURE_METHOD.rsaSha1);
    expect(verdict(raw)).toContain('algorithm-not-allowed: ');
    expect(verdict(raw, 'idp', true)).toBe('verifies');
  });

  it('R7: stands or falls with the characters that came, not with what they decode to', () => {
    const raw = query('idp');
    const lower = raw.replace(/%[0-9A-F]{2}/g, (found) => found.toLowerCase());
    expect(decodeRedirect(lower).message?.xml).toBe(XML);
    expect(verdict(lower)).toBe(FAILS);
    expect(verdict(raw.split('&').reverse().join('&'))).toBe('verifies');
    expect(verdict(`a=1&${raw}&b=2`)).toBe('verifies');
  });
});

describe('HTTP-POST', () => {
  it('is base64 in one line and never compressed', () => {
    expect(encodePost('<é/>')).toBe(Buffer.from('<é/>').toString('base64'));
    expect(decodePost(encodePost(XML)).xml).toBe(XML);
    expect(decodePost(encodePost(XML).replace(/(.{76})/g, '$1\r\n')).xml).toBe(XML);
  });

  it('says plainly what keeps a request from being read', () => {
    const cases: [string, string][] = [
      ['', 'The message is empty.'],
      ['<a/>', 'The message is XML, but not in base64.'],
      ['abc', 'The message is not base64.'],
      [
        deflateRawSync(XML).toString('base64'),
        'The message is not UTF-8 text; was it compressed, as only the Redirect binding does?',
      ],
      ['A'.repeat(600_000), 'The message is larger than 256 KiB.'],
      ['AAAA'.repeat(100_000), 'The message is larger than 256 KiB.'],
    ];
    for (const [value, expected] of cases) expect(decodePost(value).problem).toBe(expected);
  });
});
