import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inFolder } from './command-line.js';

const entra = resolve(process.env['SAML_REHEARSAL_CORPUS'] ?? '../shared/corpus', 'entra');
const { run } = inFolder();

(existsSync(entra) ? describe : describe.skip)('Real Entra messages (skipped where the corpus is absent)', () => {
  const ssoready = [
    `${entra}/ssoready/assertion.xml`,
    '--idp-metadata',
    `${entra}/ssoready/metadata.xml`,
    '--at',
    'issued',
  ];

  it('a login of 2023 is accepted, with all its claims', async () => {
    const { code, out } = await run(['diagnose', ...ssoready]);
    expect(code).toBe(0);
    const xml = readFileSync(`${entra}/ssoready/assertion.xml`, 'utf8');
    const values = [...xml.matchAll(/<AttributeValue>([^<]*)<\/AttributeValue>/g)].map((match) => match[1] ?? '');
    expect(values.length).toBeGreaterThan(8);
    for (const value of values) expect(out).toContain(value);
  });

  it('so is a login of 2019 as it was posted, with the certificate it carries', async () => {
    const text = Buffer.from(readFileSync(`${entra}/fusionauth/encodedResponse.txt`, 'utf8'), 'base64').toString(
      'utf8',
    );
    const certificate = /<X509Certificate>([^<]+)</.exec(text)?.[1] ?? '';
    const local = inFolderWith(certificate);
    const { code, out } = await local(['diagnose', `${entra}/fusionauth/encodedResponse.txt`, '--at', 'issued']);
    expect(out).toContain('ACCEPTED');
    expect(out).toContain('brian@inversoft.com');
    expect(code).toBe(0);
  });

  it('its metadata was fetched without ?appid=, and that is what is said', async () => {
    const { code, out } = await run([
      'diagnose',
      `${entra}/fusionauth/encodedResponse.txt`,
      '--idp-metadata',
      `${entra}/fusionauth/metadata.xml`,
      '--at',
      'issued',
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(/REFUSED {2}signing-certificate-published[\s\S]*appid/);
  });

  it.each([
    ['encodedResponse-badSignature.txt', /REFUSED {2}(digest-matches|signature-verifies)/],
    ['encodedResponse-signatureRemoved.txt', /REFUSED {2}signature-present/],
  ])('%s is refused for the right reason', async (file, cause) => {
    const { code, out } = await run([
      'diagnose',
      `${entra}/fusionauth/${file}`,
      '--idp-metadata',
      `${entra}/ssoready/metadata.xml`,
      '--at',
      'issued',
      '--no-second-opinion',
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(cause);
  });

  it('an error response of 2013 says what Entra said', async () => {
    const { out } = await run([
      'diagnose',
      `${entra}/lightsaml/response-status-requester-invalid02.xml`,
      '--at',
      'issued',
    ]);
    expect(out).toContain('REFUSED  status-is-success');
    expect(out).toContain('ACS75003: SAML protocol response cannot be sent via bindings');
  });

  it('the shared report of one holds none of its values', async () => {
    const { out } = await run(['diagnose', ...ssoready, '--reporter', 'html']);
    expect(out).toMatch(/^<!DOCTYPE html>/);
    expect(out).not.toMatch(/ulysse|carion|codomain|a9054a0f|8155d0cc/i);
  });
});

function inFolderWith(certificate: string) {
  return async (argv: readonly string[]) => {
    const { mkdtemp, rm, writeFile } = await import('node:fs/promises');
    const { tmpdir } = await import('node:os');
    const folder = await mkdtemp(`${tmpdir()}/cli-`);
    await writeFile(`${folder}/idp.txt`, certificate);
    const ran = await run([...argv, '--idp-cert', `${folder}/idp.txt`]);
    await rm(folder, { recursive: true });
    return ran;
  };
}
