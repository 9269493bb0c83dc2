import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { htmlReport } from '../../src/report/html.js';
import { jsonReport } from '../../src/report/json.js';
import { renderRedacted } from '../../src/report/redact.js';
import { reported } from './reported.js';

const KEY = new Uint8Array(16).fill(3);
/** Characters XML can hold. */
const value = fc
  .oneof(
    fc.emailAddress(),
    fc.uuid(),
    fc.webUrl(),
    fc.ipV4(),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  )
  .map((text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, ''));

describe('Whatever the values are', () => {
  it('none is left in a report for sharing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 5 }), value, async (values, nameId) => {
        const attributes = [{ name: 'https://claims.example/x', values }];
        const message = await reported({
          basics: { attributes, nameId: { value: nameId }, audience: values[0] ?? 'x' },
        });
        const telling = [...values, nameId]
          .map((text) => text.trim())
          .filter((text) => /[^\p{L}\s]/u.test(text) && text.length > 9);
        for (const render of [jsonReport, htmlReport]) {
          const output = renderRedacted([message], render, KEY).toLowerCase();
          for (const text of telling) expect(output).not.toContain(text.toLowerCase());
        }
      }),
      { numRuns: 25 },
    );
  });
});
