/** Metadata as the file that Entra's portal lets one download, chosen in the form. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createHarness, type Harness } from '../../../src/harness.js';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.stop());

const FORM = '/setup/authentication-profile';
const upload = (file: string | Buffer) =>
  request(harness.app).post(FORM).field('import', 'import').attach('metadataFile', Buffer.from(file), 'from-entra.xml');
const imported = async () => (await harness.serviceProvider.profile.get()).lastImport;
const notice = (html: string) => /role="alert">([^<]*)</.exec(html)?.[1];
const unsigned = (xml: string) => xml.replace(/<(\w+:)?Signature[\s\S]*?<\/(\w+:)?Signature>/, '');

describe('A metadata file', () => {
  it('is imported, as Windows saves it too, and what it changed is said', async () => {
    const xml = unsigned(await harness.entra.metadata()).replaceAll('/saml2"', '/elsewhere"');
    const saved = await upload(Buffer.from(`\uFEFF${xml}`, 'utf16le'));
    expect([saved.status, saved.headers['location']]).toEqual([303, '/setup']);
    expect((await harness.serviceProvider.profile.get()).loginUrl).toMatch(/\/elsewhere$/);
    expect((await imported())?.changes[0]).toMatch(/^Login URL: .*\/elsewhere instead of /);
    expect((await request(harness.app).get('/setup')).text).toContain('/elsewhere instead of ');
  });

  it.each([
    ['is not signed', unsigned, 'The metadata is not signed'],
    ['is of the whole tenant', (xml: string) => xml, 'This is the metadata of the whole Entra tenant'],
    [
      'expired',
      (xml: string) =>
        unsigned(xml).replace('<EntityDescriptor', '<EntityDescriptor validUntil="2020-01-01T00:00:00Z"'),
      'The metadata was valid until 2020-01-01',
    ],
    [
      'was changed after it was signed',
      (xml: string) => xml.replace('</IDPSSODescriptor>', ' </IDPSSODescriptor>'),
      'It was changed after it was signed',
    ],
  ])('that %s is imported, and that is said', async (what, spoil, words) => {
    const xml = await harness.entra.metadata(what === 'is of the whole tenant' ? { appId: undefined } : {});
    expect((await upload(spoil(xml))).status).toBe(303);
    expect((await imported())?.warnings.join('\n')).toContain(words);
  });

  it.each([
    ['a web page', '<html><body>Sign in</body></html>', 'This is a web page, not metadata'],
    ['the service provider’s own', 'sp', 'This is the metadata of a service provider'],
    ['nothing', '', 'There is nothing to import.'],
    ['too much', ' '.repeat(4_200_000), 'at most 4,194,304 are read here'],
  ])('that is %s is refused in words', async (_what, content, words) => {
    const file = content === 'sp' ? (await request(harness.app).get('/sso/C46A75')).text : content;
    const answer = await upload(file);
    expect([answer.status, notice(answer.text)]).toEqual([400, expect.stringContaining(words)]);
  });

  it('whose form was cut off on its way, or holds thousands of parts, changes nothing', async () => {
    const before = await imported();
    const part = '--x\r\nContent-Disposition: form-data; name="import"\r\n\r\nimport';
    const send = (body: string) => request(harness.app).post(FORM).type('multipart/form-data; boundary=x').send(body);
    expect(notice((await send(part)).text)).toContain('it is no complete multipart body');
    expect(notice((await send(`${part}\r\n`.repeat(1_001))).text)).toContain('more than 1,000 fields');
    expect(await imported()).toEqual(before);
  });
});
