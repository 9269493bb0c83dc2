import type { Encryption } from '../../saml/evidence.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, placeIn } from '../outcomes.js';
import type { RemedyId } from '../remedies.js';
import { lastSegment, show } from '../show.js';
import { samlCore, xmlEncryption } from '../sources.js';

const kinds = {
  'no-key': 'no private key is configured',
  'wrong-key': 'it is encrypted for another certificate',
  'algorithm-not-supported': 'an algorithm that is not supported',
  damaged: 'the encrypted bytes were changed or cut',
  malformed: 'the encryption elements are incomplete',
  'not-an-assertion': 'it decrypts to something else',
  'unreadable-content': 'what comes out cannot be read as XML',
} as const;
type Kind = keyof typeof kinds;

const REMEDIES: Readonly<Record<Kind, readonly [RemedyId, ...RemedyId[]]>> = {
  'no-key': ['give-decryption-key', 'remove-encryption'],
  'wrong-key': ['match-encryption-certificate', 'give-decryption-key'],
  'algorithm-not-supported': ['strong-encryption', 'remove-encryption'],
  damaged: ['find-what-changed-the-bytes', 'treat-as-attack'],
  malformed: ['follow-the-schema', 'find-what-changed-the-bytes'],
  'not-an-assertion': ['one-assertion', 'treat-as-attack'],
  'unreadable-content': ['mend-the-xml', 'treat-as-attack'],
};

export const assertionDecrypts = defineCheck({
  id: 'assertion-decrypts',
  title: 'An encrypted assertion can be decrypted',
  stage: 'encryption',
  severity: 'error',
  why: 'An encrypted assertion is for the holder of one private key only. Until it is decrypted nothing in it can be checked.',
  spec: [samlCore('2.3.4'), samlCore('6.1'), xmlEncryption('4.4')],
  needs: ['response'],
  kinds,
  remedies: [
    'give-decryption-key',
    'match-encryption-certificate',
    'remove-encryption',
    'strong-encryption',
    'find-what-changed-the-bytes',
    'treat-as-attack',
    'follow-the-schema',
    'one-assertion',
    'mend-the-xml',
  ],
  run(_, expected, evidence): Outcome {
    const { encryption } = evidence;
    if (!encryption) return notApplicable('The assertion is not encrypted.');
    const { outcome } = encryption;
    if (outcome === 'decrypted') return pass();
    return fail(expected, {
      kind: outcome,
      summary: sentence(outcome, encryption),
      expected: outcome === 'algorithm-not-supported' ? 'AES-GCM or AES-CBC, RSA-OAEP' : undefined,
      actual: [encryption.blockAlgorithm, encryption.keyTransport]
        .map((uri) => show(lastSegment(uri ?? 'not said'), 60))
        .join(' with '),
      at: placeIn(evidence, encryption.element),
      remedies: REMEDIES[outcome],
    });
  },
});

function sentence(outcome: Kind, { detail, blockAlgorithm, keyTransport, xmlProblem }: Encryption): string {
  switch (outcome) {
    case 'no-key':
      return 'The assertion is encrypted, and no private key is known here to decrypt it with.';
    case 'wrong-key':
      return 'The assertion is encrypted for another key: none of the private keys known here opens it.';
    case 'algorithm-not-supported':
      return `The assertion is encrypted with an algorithm that is not supported (${show(lastSegment(blockAlgorithm ?? '?'), 60)}, ${show(lastSegment(keyTransport ?? '?'), 60)}).`;
    case 'damaged':
      return 'The assertion cannot be decrypted: the key fits, but the encrypted bytes were changed or cut.';
    case 'malformed':
      return `The EncryptedAssertion is incomplete: ${show(detail ?? 'a piece of it is missing', 200)}`;
    case 'not-an-assertion':
      return 'The EncryptedAssertion decrypts, but to something that is not a SAML 2.0 Assertion.';
    case 'unreadable-content':
      return `The EncryptedAssertion decrypts, but what comes out cannot be read: ${show(xmlProblem?.message ?? detail ?? 'it is not XML', 200)}`;
  }
}
