/** How a posted value becomes text, and what happened to it when it does not. */
import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { ReceivedMessage } from '../../src/saml/evidence.js';
import { readTransport } from '../../src/saml/read-transport.js';

const XML =
  '<samlp:Response>\u00e9\u00fc\u20ac and some more text, so that there is something to spoil \u00ff\u00fe>></samlp:Response>';
const BASE64 = Buffer.from(XML).toString('base64');

const posted = (samlResponse?: string, rest: Partial<ReceivedMessage> = {}) =>
  readTransport({
    binding: 'HTTP-POST',
    method: 'POST',
    fieldNames: samlResponse === undefined ? [] : ['SAMLResponse'],
    ...(samlResponse !== undefined && { samlResponse }),
    ...rest,
  });

const problemOf = (samlResponse?: string, rest?: Partial<ReceivedMessage>) =>
  posted(samlResponse, rest).transport.problem;

describe('A posted message', () => {
  it('is the UTF-8 text its base64 stands for', () => {
    expect(posted(BASE64)).toMatchObject({ text: XML, transport: { received: { samlResponse: BASE64 } } });
    expect(posted(BASE64).transport.problem).toBeUndefined();
  });

  it('may have line breaks in its base64, which is noted', () => {
    const { text, transport } = posted(BASE64.replace(/.{60}/g, '$&\r\n'));
    expect(text).toBe(XML);
    expect(transport.hasLineBreaks).toBe(true);
    expect(posted(BASE64).transport.hasLineBreaks).toBeUndefined();
  });
});

describe('A message is not there', () => {
  it('when nothing was posted', () => expect(problemOf()).toBe('empty'));
  it('when only a RelayState was posted', () =>
    expect(problemOf(undefined, { fieldNames: ['RelayState'] })).toBe('empty'));
  it('when the field is empty or blank', () => {
    expect(problemOf('')).toBe('empty-value');
    expect(problemOf(' \r\n')).toBe('empty-value');
  });
  it('when it came in another field', () => {
    expect(problemOf(undefined, { fieldNames: ['samlresponse', 'RelayState'] })).toBe('wrong-field');
    expect(problemOf(undefined, { fieldNames: ['SAMLResponse[]'] })).toBe('wrong-field');
  });
  it('when a request came instead', () =>
    expect(problemOf(undefined, { fieldNames: ['SAMLRequest'] })).toBe('request-instead'));
  it('when it was sent twice', () =>
    expect(problemOf(BASE64, { fieldNames: ['SAMLResponse', 'SAMLResponse'] })).toBe('sent-twice'));
  it('when it came by GET or over the Redirect binding', () => {
    expect(problemOf(BASE64, { method: 'GET' })).toBe('wrong-method');
    const redirected = posted(deflateRawSync(XML).toString('base64'), { binding: 'HTTP-Redirect', method: 'GET' });
    expect(redirected).toEqual({ transport: { received: expect.anything(), problem: 'wrong-method', repaired: XML } });
  });
  it('when it was not posted as a form', () => {
    expect(problemOf(BASE64, { contentType: 'application/json' })).toBe('wrong-content-type');
    expect(problemOf(BASE64, { contentType: 'application/x-www-form-urlencoded; charset=UTF-8' })).toBeUndefined();
  });
  it('when it was larger than anybody wanted to read', () => {
    expect(problemOf(undefined, { oversize: { bytes: 9_000_000, limit: 262_144 } })).toBe('oversize');
    const { transport, text } = readTransport({ binding: 'HTTP-POST', samlResponse: 'A'.repeat(2001) }, 1000);
    expect(transport).toMatchObject({ problem: 'oversize', received: { oversize: { bytes: 2001, limit: 1000 } } });
    expect(text).toBeUndefined();
  });
});

describe('A value that is not strict base64 is refused, and what happened to it is named', () => {
  const refused = (value: string, problem: string, repaired: string | null = XML) => {
    const { transport, text } = posted(value);
    expect(transport.problem).toBe(problem);
    expect(transport.repaired ?? null).toBe(repaired);
    expect(text).toBeUndefined();
  };

  it('raw XML', () => refused(`\n${XML}`, 'raw-xml', `\n${XML}`));
  it('plus signs turned into spaces', () => {
    expect(BASE64).toContain('+');
    refused(BASE64.replaceAll('+', ' '), 'spaces-for-plus');
  });
  it('URL-encoded twice', () => refused(encodeURIComponent(BASE64), 'url-encoded-twice'));
  it('the URL-safe alphabet', () => {
    expect(BASE64).toMatch(/[+/]/);
    refused(Buffer.from(XML).toString('base64url'), 'url-safe-alphabet');
  });
  it('characters sprinkled in that a lenient decoder skips', () => {
    refused(`${BASE64.slice(0, 8)}!*\0${BASE64.slice(8)}`, 'foreign-characters');
    refused(` ${BASE64}`, 'foreign-characters');
  });
  it('cut off in the middle, or without its padding', () => {
    refused(BASE64.slice(0, 41), 'truncated', Buffer.from(XML).toString('utf8', 0, 30));
    expect(BASE64).toMatch(/[^=]==$/);
    refused(BASE64.slice(0, -2), 'truncated');
    refused(BASE64.slice(0, -1), 'truncated');
  });
  it('bits left over after the last byte', () => {
    const last = Buffer.from('<a/>>').toString('base64');
    expect(last).toBe('PGEvPj4=');
    refused('PGEvPj5=', 'not-base64', '<a/>>');
  });
  it('something else altogether', () => refused('hello, world', 'not-base64', null));
  it('compressed, with or without a zlib header', () => {
    refused(deflateRawSync(XML).toString('base64'), 'deflated');
    refused(deflateSync(XML).toString('base64'), 'deflated');
  });
  it('UTF-16, and bytes that are no UTF-8', () => {
    refused(Buffer.from(`\uFEFF${XML}`, 'utf16le').toString('base64'), 'not-utf8');
    refused(Buffer.from('<a>\xe9</a>', 'latin1').toString('base64'), 'not-utf8', '<a>\uFFFD</a>');
  });
  it('a bomb that inflates beyond the cap is not inflated', () => {
    const bomb = deflateRawSync(Buffer.from(`<a>${' '.repeat(50_000_000)}</a>`)).toString('base64');
    const { transport } = readTransport({ binding: 'HTTP-POST', samlResponse: bomb }, 256 * 1024);
    expect(transport.problem).toBe('deflated');
    expect(transport.repaired).toBeUndefined();
  });
});

describe('A document', () => {
  it('is taken as it is, the byte order mark of its file aside', () => {
    expect(readTransport({ binding: 'document', samlResponse: `\uFEFF${XML}` }).text).toBe(XML);
    expect(readTransport({ binding: 'document', samlResponse: 'anything' }).text).toBe('anything');
  });
  it('can be missing or blank', () => {
    expect(readTransport({ binding: 'document' }).transport.problem).toBe('empty');
    expect(readTransport({ binding: 'document', samlResponse: '\n' }).transport.problem).toBe('empty-value');
  });
});
