import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../src/entra/seeded-random.js';
import { decode, readForm } from '../../src/http/forms/read-form.js';

const body = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk))) as IncomingMessage;
const fieldsOf = async (...chunks: string[]) => (await readForm(body(...chunks), 65_536)).fields;

describe('A posted form', () => {
  it('is read field by field, in order, repeats kept', async () => {
    expect(await fieldsOf('SAMLResponse=PHg%2BPC94Pg%3D%3D&RelayState=a%26b&x=1&', 'x=2')).toEqual([
      ['SAMLResponse', 'PHg+PC94Pg=='],
      ['RelayState', 'a&b'],
      ['x', '1'],
      ['x', '2'],
    ]);
  });

  it('keeps what a sender forgot to encode as a browser would send it: a plus is a space', async () => {
    expect(await fieldsOf('SAMLResponse=a+b')).toEqual([['SAMLResponse', 'a b']]);
  });

  it('may be empty, or have a name without a value', async () => {
    expect(await fieldsOf()).toEqual([]);
    expect(await fieldsOf('SAMLResponse')).toEqual([['SAMLResponse', '']]);
    expect(await fieldsOf('SAMLResponse=')).toEqual([['SAMLResponse', '']]);
    expect(await fieldsOf('=x')).toEqual([['', 'x']]);
  });

  it('leaves a SAML field in disguise in its disguise', async () => {
    expect(await fieldsOf('SAML%52esponse=x&SAMLResponse[]=y')).toEqual([
      ['SAML%52esponse', 'x'],
      ['SAMLResponse[]', 'y'],
    ]);
  });

  it('survives broken percent-encoding and hostile names', async () => {
    expect(await fieldsOf('SAMLResponse=%zz%&__proto__=x&constructor=y')).toEqual([
      ['SAMLResponse', '%zz%'],
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('of exactly the limit is read, and one byte more is not kept', async () => {
    const fits = await readForm(body('v=12', '3456'), 8);
    expect(fits).toEqual({ fields: [['v', '123456']] });
    expect(await readForm(body('v=12', '34567'), 8)).toEqual({ fields: [], oversize: { bytes: 9, limit: 8 } });
  });

  it('with thousands of fields is oversize too', async () => {
    const form = await readForm(body(Array.from({ length: 1_001 }, () => 'a=').join('&')), 65_536);
    expect(form).toEqual({ fields: [], oversize: { bytes: 3_002, limit: 65_536, fields: 1_000 } });
  });
});

describe('A value of a form', () => {
  it('is read as the URL standard reads it, however it is written', () => {
    const pieces = [
      '%',
      '+',
      '%41',
      '%e4',
      '%C3%A9',
      'é',
      '=',
      '%zz',
      '%ED%A0%80',
      'a',
      '%00',
      '%F0%9F%98%80',
      '%EF%BB%BF',
    ];
    const random = seededRandom('forms');
    const written = Array.from({ length: 2_000 }, () =>
      Array.from(random.bytes(6), (byte) => pieces[byte % pieces.length]).join(''),
    );
    expect(written.map(decode)).toEqual(written.map((text) => new URLSearchParams(`v=${text}`).get('v')));
    expect(written.filter((text) => decode(text).includes('\uFFFD')).length).toBeGreaterThan(100);
  });
});
