/** Signed messages by HTTP-Redirect, at the one endpoint here that takes them: the stand-in's, with verification certificates required. */
import { sign } from 'node:crypto';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { diagnoseMessage } from '../../src/logins/diagnose-message.js';
import { encodeRedirect } from '../../src/saml/bindings.js';
import { SIGNATURE_METHOD } from '../../src/saml/names.js';
import { ACS, aResponse, ENTITY_ID, GOOD_AT, IDP_ENTITY_ID } from '../a-response.js';
import { type TestKeyName, testKey } from '../keys.js';
import { aStandIn } from './a-stand-in.js';

let site: Awaited<ReturnType<typeof aStandIn>>;
beforeAll(async () => {
  site = await aStandIn();
  site.entra.updateApplication({
    requireVerificationCertificates: true,
    verificationCertificates: [testKey('sp').certificatePem],
  });
});
afterAll(() => site.harness.stop());

function query(key?: TestKeyName, signatureMethod?: string, xml = site.authnRequest()): string {
  const signing = key && {
    privateKeyPem: testKey(key).privateKeyPem,
    ...(signatureMethod === undefined ? {} : { signatureMethod }),
  };
  return encodeRedirect({ xml, parameter: 'SAMLRequest', relayState: 'a b+c', ...(signing && { sign: signing }) });
}
const packed = (bytes: Uint8Array) => `SAMLRequest=${encodeURIComponent(Buffer.from(bytes).toString('base64'))}`;

/** Nobody may be asked to sign in, and nothing be signed, for a request that is refused. */
async function refused(rawQuery: string): Promise<string> {
  const { status, html, text } = await site.open(rawQuery);
  expect(status).toBe(400);
  expect(html).not.toMatch(/name="(SAMLResponse|user)"/);
  return text;
}

describe('A signed request by HTTP-Redirect', () => {
  it('R0: is taken when its signature is genuine', async () => {
    const { status, text } = await site.open(query('sp'));
    expect([status, text]).toEqual([200, expect.stringContaining('B.Simon@contoso.com')]);
  });

  it('R1: is refused without its signature', async () => {
    expect(await refused(query())).toContain('AADSTS76021');
    expect(await refused(query('sp').replace(/&Signature=.*/, ''))).toContain('carries a SigAlg, but no Signature');
    expect(await refused(query('sp').replace(/&SigAlg=[^&]*/, ''))).toContain('carries a Signature, but no SigAlg');
  });

  const FAILS = 'The query signature does not verify with any trusted key';

  it('R2: is refused when the message was exchanged and the signature kept', async () => {
    const other = query(undefined, undefined, site.authnRequest({ id: '_other' })).split('&')[0] ?? '';
    expect(await refused(query('sp').replace(/^SAMLRequest=[^&]*/, other))).toContain(FAILS);
    expect(await refused(query('sp').replace(/RelayState=[^&]*/, 'RelayState=x'))).toContain(FAILS);
    expect(await refused(query('rogue'))).toContain(FAILS);
  });

  it('R3: is refused beside another message, and under a name that only decodes to the right one', async () => {
    const raw = query('sp');
    const value = /^SAMLRequest=([^&]*)/.exec(raw)?.[1] ?? '';
    expect(await refused(`${raw}&SAMLResponse=${value}`)).toContain('AADSTS75');
    expect(await refused(`${raw}&SAMLRequest=${value}`)).toContain('AADSTS75');
    expect(await refused(raw.replace('SAMLRequest', 'SAML%52equest'))).toContain('AADSTS75');
  });

  it('R4: is refused among more parameters than are read', async () => {
    expect(await refused(`${'a=1&'.repeat(64)}${query('sp')}`)).toContain('AADSTS75');
  });

  it('R5: is refused with MD5, HMAC, no algorithm and an algorithm of another kind of key', async () => {
    const as = (method: string) => query('sp').replace(/SigAlg=[^&]*/, `SigAlg=${encodeURIComponent(method)}`);
    for (const method of [SIGNATURE_METHOD.rsaMd5, SIGNATURE_METHOD.hmacSha256, 'none', '']) {
      expect(await refused(as(method))).toContain(`The SigAlg "${method}" is not allowed.`);
    }
    const covered = `${query()}&SigAlg=${encodeURIComponent(SIGNATURE_METHOD.ecdsaSha256)}`;
    const value = sign('sha256', Buffer.from(covered), testKey('sp').privateKeyPem).toString('base64');
    expect(await refused(`${covered}&Signature=${encodeURIComponent(value)}`)).toContain(FAILS);
  });

  it('R6: is refused with SHA-1', async () => {
    expect(await refused(query('sp', SIGNATURE_METHOD.rsaSha1))).toContain('requests are signed with RSA-SHA256');
  });

  it('R7: is taken in another order, and refused when its characters were encoded anew', async () => {
    const raw = query('sp');
    const reordered = raw.split('&').reverse().join('&');
    expect((await site.open(reordered)).status).toBe(200);
    expect((await site.open(`${raw}&lc=1033`)).status).toBe(200);
    const lowered = raw.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase());
    expect(lowered).not.toBe(raw);
    expect(await refused(lowered)).toContain('or the encoding was changed on the way');
    expect(await refused(raw.replace('a%20b', 'a+b'))).toContain('or the encoding was changed on the way');
  });

  it('R8: is refused as a bomb, with a zlib header, and with something behind it, without the memory', async () => {
    const bomb = packed(deflateRawSync(Buffer.alloc(200 * 2 ** 20, 0x20)).subarray(0, 11_000));
    const before = process.memoryUsage();
    expect(await refused(bomb)).toContain('AADSTS75');
    expect(process.memoryUsage().arrayBuffers - before.arrayBuffers).toBeLessThan(20 * 2 ** 20);
    expect(process.memoryUsage().rss - before.rss).toBeLessThan(64 * 2 ** 20);
    expect(await refused(packed(deflateSync(site.authnRequest())))).toContain('AADSTS75');
    const trailing = Buffer.concat([deflateRawSync(site.authnRequest()), Buffer.from('more')]);
    expect(await refused(packed(trailing))).toContain('AADSTS75');
  });

  it('R9: a signed response for another service provider is refused by its Destination; Entra does not look at that of a request', async () => {
    const { base64, identityProvider } = aResponse({
      unsolicited: true,
      sign: 'both',
      plan: (plan) => ({ ...plan, destination: 'https://other-sp.example/acs' }),
    });
    const diagnosis = await diagnoseMessage(base64, {
      serviceProvider: { entityId: ENTITY_ID, assertionConsumerServiceUrl: ACS },
      identityProvider: {
        entityId: IDP_ENTITY_ID,
        signingCertificates: identityProvider.signingCertificates.map(({ pem }) => pem),
      },
      at: GOOD_AT,
      secondOpinion: false,
    });
    expect([diagnosis.accepted, diagnosis.rootCause]).toEqual([false, 'destination-matches']);
    const finding = diagnosis.findings.find(({ id }) => id === 'destination-matches');
    expect(finding?.summary).toContain('https://other-sp.example/acs');
    expect(
      (await site.open(query('sp', undefined, site.authnRequest({ destination: 'https://other-idp.example/' }))))
        .status,
    ).toBe(200);
  });
});
