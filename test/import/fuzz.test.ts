import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { importMessages } from '../../src/import/import-messages.js';
import { anyText } from '../any-text.js';
import { base64, deflated, form, REQUEST, RESPONSE } from './messages.js';

const har = JSON.stringify({
  log: {
    entries: [
      {
        request: {
          method: 'POST',
          url: 'https://x/?SAMLRequest=a',
          postData: { text: form({ SAMLResponse: base64(RESPONSE) }) },
        },
      },
    ],
  },
});
const seeds = [
  RESPONSE,
  base64(RESPONSE),
  form({ SAMLResponse: base64(RESPONSE), RelayState: 'r' }),
  `https://idp.example/?${form({ SAMLRequest: deflated(REQUEST) })}`,
  `<html><form action="x"><input name="SAMLResponse" value="${base64(RESPONSE)}"></form></html>`,
  har,
];

/** A seed with a piece cut out, doubled, or replaced by anything. */
const spoiled = fc
  .tuple(fc.constantFrom(...seeds), fc.nat(2000), fc.nat(200), fc.oneof(anyText, fc.constant('')), fc.boolean())
  .map(
    ([seed, at, length, filling, twice]) =>
      seed.slice(0, at) + filling + (twice ? seed.slice(at, at + length) : '') + seed.slice(at + (twice ? 0 : length)),
  );

describe('Whatever is imported', () => {
  it('never throws and always yields something with a source', () => {
    fc.assert(
      fc.property(fc.oneof(spoiled, anyText, fc.json()), (text) => {
        const messages = importMessages(text);
        return messages.length > 0 && messages.every(({ source }) => source !== '');
      }),
      { numRuns: 1500 },
    );
  });

  it('never throws when it is arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => importMessages(bytes).length > 0),
      { numRuns: 500 },
    );
  });

  it('yields the message unchanged, whichever way it was carried', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .map((content) => content.replace(/[<&\u0000-\u001f]/g, ''));
    fc.assert(
      fc.property(text, (content) => {
        const xml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_x">${content}</samlp:Response>`;
        const carried = [
          base64(xml),
          encodeURIComponent(base64(xml)),
          form({ SAMLResponse: base64(xml) }),
          `https://x/?${form({ SAMLResponse: deflated(xml) })}`,
        ];
        return carried.every((one) => importMessages(one)[0]?.xml === xml);
      }),
      { numRuns: 200 },
    );
  });
});
