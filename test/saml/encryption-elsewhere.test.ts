/** What other programs encrypt is opened here, and what is encrypted here is opened by them. */
import { createPrivateKey } from 'node:crypto';
import { describe, expect } from '@jest/globals';
import { keyTransport, unwrapKey } from '../../src/saml/key-transport.js';
import { BLOCK_ENCRYPTION, DIGEST, KEY_TRANSPORT, NS } from '../../src/saml/names.js';
import { aResponse } from '../a-response.js';
import { testKey } from '../keys.js';
import { corpusCases, corpusPublic, corpusText, itOverCorpus } from './corpus.js';
import { encrypted, outcome, spKey } from './encrypted-response.js';
import { itWithTool, runTool } from './tools.js';

describe('An encrypted assertion', () => {
  itWithTool('xmlsec1', 'of ours is opened by xmlsec1', () => {
    const xml = encrypted({ blockAlgorithm: BLOCK_ENCRYPTION.aes256Cbc });
    const { ok, said } = runTool(
      'xmlsec1',
      (path) => ['--decrypt', '--privkey-pem', path('sp.key'), path('message.xml')],
      {
        'sp.key': spKey,
        'message.xml': xml,
      },
    );
    expect({ ok, holds: said.includes('>B.Simon@contoso.com</NameID>') }).toEqual({ ok: true, holds: true });
  });

  itWithTool('xmlsec1', 'of xmlsec1 is opened by us', () => {
    const assertion = /<Assertion.*<\/Assertion>/.exec(aResponse().xml)?.[0] ?? '';
    const template = encrypted({ blockAlgorithm: BLOCK_ENCRYPTION.aes128Cbc })
      .replace(/.*(<xenc:EncryptedData.*<\/xenc:EncryptedData>).*/s, '$1')
      .replace(/CipherValue>[^<]*</g, 'CipherValue><')
      .replace(/<X509Data>.*<\/X509Data>/, '');
    const { said } = runTool(
      'xmlsec1',
      (path) => [
        ...['--encrypt', '--pubkey-cert-pem', path('sp.crt'), '--session-key', 'aes-128'],
        ...['--xml-data', path('data.xml'), path('template.xml')],
      ],
      { 'sp.crt': testKey('sp').certificatePem, 'data.xml': assertion, 'template.xml': template },
    );
    const data = said.replace(/^<\?xml[^>]*>\s*/, '');
    expect(outcome(`<EncryptedAssertion xmlns="${NS.assertion}">${data}</EncryptedAssertion>`)).toBe('decrypted');
  });

  itWithTool('openssl', 'may hash its label one way and its mask another, as openssl shows', () => {
    const transport = keyTransport(KEY_TRANSPORT.rsaOaepMgf1p, { digestMethod: DIGEST.sha256 });
    if (!transport) throw new Error('not known');
    expect([transport.hash, transport.maskHash]).toEqual(['sha256', 'sha1']);
    const options = ['rsa_padding_mode:oaep', 'rsa_oaep_md:sha256', 'rsa_mgf1_md:sha1'].flatMap((option) => [
      '-pkeyopt',
      option,
    ]);
    const { said } = runTool(
      'sh',
      (path) => [
        '-c',
        `openssl pkeyutl -encrypt -certin -inkey ${path('crt')} -in ${path('key')} ${options.join(' ')} | base64 -w0`,
      ],
      { crt: testKey('sp').certificatePem, key: 'sixteen bytes ok' },
    );
    const wrapped = Buffer.from(said, 'base64');
    expect(unwrapKey(transport, createPrivateKey(spKey), wrapped, 16)?.toString()).toBe('sixteen bytes ok');
    expect(unwrapKey(transport, createPrivateKey(testKey('other-sp').privateKeyPem), wrapped, 16)).toBeUndefined();
    wrapped[100] = (wrapped[100] ?? 0) ^ 1;
    expect(unwrapKey(transport, createPrivateKey(spKey), wrapped, 16)).toBeUndefined();
  });

  itOverCorpus('of SimpleSAMLphp is opened with its key', () => {
    const xml = corpusText('captures/simplesamlphp-idp/encrypted/SAMLResponse.xml');
    const key = corpusText('captures/simplesamlphp-idp/encrypted/sp.key');
    expect(outcome(xml, [key])).toBe('decrypted');
    expect(outcome(xml, [])).toBe(
      'no-key: It was encrypted for an RSA key of 2048 bits; the message does not say whose.',
    );
  });

  itOverCorpus('of the public suites ends as labelled', () => {
    const key = corpusPublic('_generated/sp.key');
    const end = (id: string, keys = [key]) => outcome(corpusPublic(`_generated/${id}.xml`), keys).replace(/: .*/s, '');
    expect(end('OK4')).toBe('decrypted');
    expect(end('N116', [])).toBe('no-key');
    expect([end('N117'), end('N118')]).toEqual(['decrypted', 'decrypted']);
    expect([end('N119'), end('N120')]).toEqual(['damaged', 'damaged']);
    expect([end('N122'), end('N123')]).toEqual(['not-an-assertion', 'unreadable-content']);
    const accepted = corpusCases().filter(
      ({ spKey: k, expect: label, id }) => k && label === 'accept' && !id.startsWith('G-'),
    );
    expect(accepted.length).toBeGreaterThan(5);
    for (const { id, file, encoding, spKey: path = '' } of accepted) {
      const text = corpusPublic(file);
      const xml = encoding === 'base64' ? Buffer.from(text, 'base64').toString() : text;
      expect([id, outcome(xml, [corpusPublic(path)])]).toEqual([id, 'decrypted']);
    }
  });
});
