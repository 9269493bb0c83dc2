import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { aResponse } from '../../a-response.js';
import { says } from '../judged.js';

const id = 'message-decodes';

describe(id, () => {
  it('right: base64 of UTF-8', async () => {
    expect(await says(id)).toBe('pass: The message decodes from base64 to text.');
  });

  it('right: base64 in lines', async () => {
    expect(await says(id, {}, { received: { samlResponse: aResponse().base64.replace(/.{76}/g, '$&\r\n') } })).toBe(
      'pass: Decodes; the base64 is broken into lines, which is allowed.',
    );
  });

  it('wrong: raw XML', async () => {
    expect(await says(id, {}, { received: { samlResponse: aResponse().xml } })).toBe(
      'fail raw-xml: The field holds raw XML, not base64 of it. A lenient reader would still find XML in it; here it is not judged.',
    );
  });

  it('wrong: plus signs turned into spaces', async () => {
    expect(await says(id, {}, { received: { samlResponse: aResponse().base64.replaceAll('+', ' ') } })).toBe(
      'fail spaces-for-plus: The base64 holds spaces where + belongs: the value was not URL-encoded before it was posted. A lenient reader would still find XML in it; here it is not judged.',
    );
  });

  it('wrong: URL-encoded twice', async () => {
    expect(await says(id, {}, { received: { samlResponse: encodeURIComponent(aResponse().base64) } })).toBe(
      'fail url-encoded-twice: The value is URL-encoded twice: it still holds %2B or the like after decoding. A lenient reader would still find XML in it; here it is not judged.',
    );
  });

  it('wrong: the URL-safe alphabet', async () => {
    expect(
      await says(
        id,
        {},
        { received: { samlResponse: Buffer.from(`${aResponse().xml}<!-- ??>>~~ -->`).toString('base64url') } },
      ),
    ).toBe(
      'fail url-safe-alphabet: The value uses the URL-safe alphabet (- and _) or lacks its padding; SAML uses plain base64. A lenient reader would still find XML in it; here it is not judged.',
    );
  });

  it('wrong: foreign characters', async () => {
    expect(await says(id, {}, { received: { samlResponse: `!${aResponse().base64}*` } })).toBe(
      'fail foreign-characters: The value holds characters that base64 does not have. A lenient reader would still find XML in it; here it is not judged.',
    );
  });

  it('wrong: the end is missing', async () => {
    expect(await says(id, {}, { received: { samlResponse: aResponse().base64.slice(0, 1001) } })).toBe(
      'fail truncated: The base64 is cut off: its length is not a multiple of four. A lenient reader would still find XML in it; here it is not judged.',
    );
  });

  it('wrong: compressed', async () => {
    expect(await says(id, {}, { received: { samlResponse: deflateRawSync(aResponse().xml).toString('base64') } })).toBe(
      'fail deflated: The message is compressed (DEFLATE), as for the Redirect binding; HTTP-POST messages are not. A lenient reader would still find XML in it; here it is not judged.',
    );
  });

  it('wrong: another character encoding', async () => {
    expect(
      await says(
        id,
        {},
        { received: { samlResponse: Buffer.from(`\uFEFF${aResponse().xml}`, 'utf16le').toString('base64') } },
      ),
    ).toBe(
      'fail not-utf8: The bytes of the message are not UTF-8. A lenient reader would still find XML in it; here it is not judged.',
    );
  });

  it('wrong: nothing that could be base64', async () => {
    expect(await says(id, {}, { received: { samlResponse: 'Sorry, but...' } })).toBe(
      'fail not-base64: The value is not base64.',
    );
  });

  it('absent: without a message there is nothing to decode', async () => {
    expect(await says(id, {}, { received: { samlResponse: undefined as never, fieldNames: [] } })).toBe(
      'blocked: Could not be checked without the decoded text.',
    );
  });

  it('twice: sent two times, nothing is decoded', async () => {
    expect(await says(id, {}, { received: { fieldNames: ['SAMLResponse', 'SAMLResponse'] } })).toBe(
      'blocked: Could not be checked without the decoded text.',
    );
  });
});
