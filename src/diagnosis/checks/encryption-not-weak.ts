import { BLOCK_ENCRYPTION, KEY_TRANSPORT } from '../../saml/names.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, placeIn } from '../outcomes.js';
import { lastSegment, show } from '../show.js';
import { samlInterop, xmlEncryption } from '../sources.js';

const kinds = {
  'rsa-1-5': 'the key is transported with RSA PKCS#1 1.5',
  'triple-des': 'triple DES',
  'cbc-unsigned': 'AES-CBC, and no signature around it',
} as const;

const CBC: readonly string[] = [BLOCK_ENCRYPTION.aes128Cbc, BLOCK_ENCRYPTION.aes192Cbc, BLOCK_ENCRYPTION.aes256Cbc];

export const encryptionNotWeak = defineCheck({
  id: 'encryption-not-weak',
  title: 'The assertion is encrypted with strong algorithms',
  stage: 'encryption',
  severity: 'warning',
  why: 'CBC without a signature around it, and RSA 1.5, can be opened bit by bit by asking a service provider often enough. AES-GCM with RSA-OAEP cannot.',
  spec: [samlInterop('IIP-ALG05'), samlInterop('IIP-SP13'), xmlEncryption('5.5.1'), xmlEncryption('6.1')],
  needs: ['response'],
  kinds,
  remedies: ['strong-encryption', 'sign-response'],
  run({ response }, expected, evidence): Outcome {
    const { encryption, signatures = [] } = evidence;
    if (!encryption) return notApplicable('The assertion is not encrypted.');
    const { blockAlgorithm = '', keyTransport } = encryption;
    const responseSigned = signatures.some(
      ({ on, referenced }) => on === 'Response' && referenced === response.element,
    );
    const kind =
      keyTransport === KEY_TRANSPORT.rsa15
        ? 'rsa-1-5'
        : blockAlgorithm === BLOCK_ENCRYPTION.tripleDesCbc
          ? 'triple-des'
          : CBC.includes(blockAlgorithm) && !responseSigned
            ? 'cbc-unsigned'
            : undefined;
    if (kind === undefined) return pass();
    const words: Record<keyof typeof kinds, string> = {
      'rsa-1-5':
        'The key of the encrypted assertion is transported with RSA 1.5, which leaks when many messages are tried.',
      'triple-des': 'The assertion is encrypted with triple DES, which is too old.',
      'cbc-unsigned': `The assertion is encrypted with ${show(lastSegment(blockAlgorithm), 40)} and the Response around it is not signed: the encrypted bytes can be changed unnoticed.`,
    };
    return fail(expected, {
      kind,
      summary: words[kind],
      expected: 'AES-GCM and RSA-OAEP, or a signed Response around it',
      actual: [blockAlgorithm, keyTransport ?? ''].map((uri) => show(lastSegment(uri), 60)).join(' with '),
      at: placeIn(evidence, encryption.element),
      remedies: kind === 'cbc-unsigned' ? ['strong-encryption', 'sign-response'] : ['strong-encryption'],
    });
  },
});
