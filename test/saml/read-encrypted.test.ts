/** An encrypted assertion, opened and read as a document of its own. */
import { describe, expect, it } from '@jest/globals';
import { systemRandom } from '../../src/clock.js';
import { readCertificates } from '../../src/saml/certificates.js';
import { type EncryptionOptions, encryptAssertion } from '../../src/saml/encrypt.js';
import type { Evidence } from '../../src/saml/evidence.js';
import { BLOCK_ENCRYPTION } from '../../src/saml/names.js';
import { readSignedAssertion } from '../../src/saml/signed-assertion.js';
import { anIdentityProvider, aResponse, NAME_ID, type ResponseChange } from '../a-response.js';
import { testKey } from '../keys.js';
import { corpusText, itOverCorpus } from './corpus.js';
import { evidenceOf } from './read-message.js';

const encrypted =
  (options: Partial<EncryptionOptions> = {}) =>
  (xml: string) =>
    encryptAssertion(xml, {
      certificatePem: testKey('sp').certificatePem,
      random: systemRandom,
      blockAlgorithm: BLOCK_ENCRYPTION.aes256Gcm,
      ...options,
    });
const read = (change: ResponseChange, keys = [testKey('sp').privateKeyPem]): Promise<Partial<Evidence>> =>
  evidenceOf(aResponse(change).xml, anIdentityProvider().signingCertificates, keys);
const nameId = (evidence: Partial<Evidence>) => readSignedAssertion(evidence)?.subject?.nameIds[0]?.value;

describe('An encrypted assertion', () => {
  it('that is signed inside is read, verified and believed', async () => {
    const evidence = await read({ between: encrypted() });
    expect(evidence.encryption?.outcome).toBe('decrypted');
    expect(evidence.assertionDocument).not.toBe(evidence.document);
    expect(evidence.assertionDocument?.root).toBe(evidence.assertion?.element);
    expect(evidence.signatures).toMatchObject([
      { on: 'Assertion', digest: 'matches', value: 'verifies', problems: [] },
    ]);
    expect(nameId(evidence)).toBe(NAME_ID);
  });

  it('in a signed response is believed for the response’s sake', async () => {
    const evidence = await read({ sign: 'response', between: encrypted() });
    expect(evidence.signatures).toMatchObject([{ on: 'Response', digest: 'matches', value: 'verifies', problems: [] }]);
    expect(nameId(evidence)).toBe(NAME_ID);
  });

  it('signed inside and out has both signatures looked at', async () => {
    const evidence = await read({ sign: 'both', between: encrypted() });
    expect(evidence.signatures?.map(({ on, digest, value }) => [on, digest, value])).toEqual([
      ['Response', 'matches', 'verifies'],
      ['Assertion', 'matches', 'verifies'],
    ]);
    expect(nameId(evidence)).toBe(NAME_ID);
  });

  it('that nobody signed is read, and not believed', async () => {
    const evidence = await read({ sign: 'none', between: encrypted() });
    expect(evidence.assertion?.subject?.nameIds[0]?.value).toBe(NAME_ID);
    expect(evidence.signatures).toEqual([]);
    expect(nameId(evidence)).toBeUndefined();
  });

  it('without a key, or with another, stays closed', async () => {
    const closed = await read({ between: encrypted() }, []);
    expect(closed.encryption?.outcome).toBe('no-key');
    expect(closed).not.toHaveProperty('assertion');
    const other = await read({ between: encrypted() }, [testKey('other-sp').privateKeyPem]);
    expect(other.encryption?.outcome).toBe('wrong-key');
    const second = await read({ between: encrypted() }, [
      testKey('other-sp').privateKeyPem,
      testKey('sp').privateKeyPem,
    ]);
    expect(nameId(second)).toBe(NAME_ID);
  });

  it('that holds something else is told', async () => {
    const { encryption, assertion } = await read({ between: encrypted({ changePlaintext: () => '<x/>' }) });
    expect(encryption).toMatchObject({
      outcome: 'not-an-assertion',
      detail: 'It holds x, not an Assertion of SAML 2.0.',
    });
    expect(assertion).toBeUndefined();
  });

  it('is held to the rules of XML as the message itself', async () => {
    const changePlaintext = (text: string) => `<!DOCTYPE x>${text}`;
    const { encryption } = await read({ between: encrypted({ changePlaintext }) });
    expect(encryption).toMatchObject({ outcome: 'unreadable-content', xmlProblem: { reason: 'document-type' } });
    const deep = await read({ between: encrypted({ changePlaintext: () => '<a>'.repeat(40) }) });
    expect(deep.encryption?.xmlProblem).toMatchObject({ reason: 'too-deep', limit: 32 });
  });

  it('may use prefixes that are declared around it', async () => {
    const changePlaintext = () => '<out:Assertion ID="_1"><out:Issuer>x</out:Issuer></out:Assertion>';
    const around = (xml: string) =>
      encrypted({ changePlaintext })(
        xml.replace('<samlp:Response ', '<samlp:Response xmlns:out="urn:oasis:names:tc:SAML:2.0:assertion" '),
      );
    const evidence = await read({ sign: 'none', between: around });
    expect(evidence.assertion).toMatchObject({ id: '_1', issuer: { value: 'x' } });
  });

  it('beside a plain forged one does not lend it anything', async () => {
    const forged =
      '<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_f"><Subject><NameID>evil@x</NameID></Subject></Assertion>';
    for (const after of [
      (xml: string) => xml.replace('<EncryptedAssertion', `${forged}<EncryptedAssertion`),
      (xml: string) => xml.replace('</samlp:Response>', `${forged}</samlp:Response>`),
    ]) {
      const evidence = await read({ between: encrypted(), after });
      expect(evidence.response?.assertions).toHaveLength(1);
      expect(evidence.response?.encryptedAssertions).toHaveLength(1);
      expect(nameId(evidence)).toBeUndefined();
    }
  });

  it('can hide another assertion, which is counted as misplaced', async () => {
    const changePlaintext = (text: string) => text.replace('</Subject>', '</Subject><Advice><Assertion/></Advice>');
    const { response } = await read({ sign: 'none', between: encrypted({ changePlaintext }) });
    expect(response?.misplacedAssertions).toHaveLength(1);
  });

  itOverCorpus('of SimpleSAMLphp opens, verifies and names its user', async () => {
    const capture = (file: string) => corpusText(`captures/simplesamlphp-idp/encrypted/${file}`);
    const evidence = await evidenceOf(
      Buffer.from(capture('SAMLResponse.b64'), 'base64').toString('utf8'),
      readCertificates(capture('idp-metadata.xml')),
      [capture('sp.key')],
    );
    expect(evidence.encryption?.outcome).toBe('decrypted');
    expect(nameId(evidence)).toBe(JSON.parse(capture('info.json')).nameID);
  });
});
