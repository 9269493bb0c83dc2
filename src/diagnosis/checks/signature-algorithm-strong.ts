import type { Signature } from '../../saml/evidence.js';
import { DIGEST, SIGNATURE_METHOD } from '../../saml/names.js';
import { defineCheck, type Outcome } from '../check.js';
import { firstProblem, judgedSignatures, named, problemsOf } from '../judged-signatures.js';
import { fail, notApplicable, pass, placeIn } from '../outcomes.js';
import { lastSegment, show } from '../show.js';
import { entraSigning, samlInterop, xmlSignature } from '../sources.js';

const kinds = {
  hmac: 'HMAC: anybody who has the public certificate could have made it',
  md5: 'MD5',
  'not-known': 'an algorithm this program does not compute',
  'sha-1': 'SHA-1',
  'short-key': 'an RSA key of fewer than 2048 bits',
} as const;

const SHA_1: readonly (string | undefined)[] = [SIGNATURE_METHOD.rsaSha1, SIGNATURE_METHOD.ecdsaSha1, DIGEST.sha1];

export const signatureAlgorithmStrong = defineCheck({
  id: 'signature-algorithm-strong',
  title: 'The signature uses strong algorithms',
  stage: 'signature',
  severity: 'warning',
  why: 'SHA-1 can be made to collide, and some service providers refuse it. HMAC with a public key is no signature at all, so that one is an error.',
  spec: [samlInterop('IIP-ALG01'), xmlSignature('6.4'), entraSigning('Signing algorithm')],
  needs: ['signatures', 'document'],
  kinds,
  remedies: ['sign-with-sha-256', 'renew-certificate', 'treat-as-attack'],
  run(_, expected, evidence): Outcome {
    const judged = judgedSignatures(evidence);
    if (judged.length === 0) return notApplicable('Nothing is signed.');
    const at = (signature: Signature) => placeIn(evidence, signature.element);
    const refused = firstProblem(judged, problemsOf('signature-algorithm-strong'));
    if (refused) {
      const { signature, problem } = refused;
      const method = `${signature.signatureMethod ?? ''} ${signature.digestMethod ?? ''}`;
      const kind = /hmac/i.test(method) ? 'hmac' : /md5/i.test(method) ? 'md5' : 'not-known';
      return fail(expected, {
        kind,
        severity: 'error',
        summary:
          kind === 'hmac'
            ? `${which(signature)} is an HMAC (${lastSegment(signature.signatureMethod ?? '')}): its key would have to be secret, and the only key known here is public.`
            : `${which(signature)} cannot be taken: ${problem.detail}`,
        expected: 'RSA or ECDSA with SHA-256 or better',
        actual: signature.signatureMethod,
        at: at(signature),
        remedies: [kind === 'hmac' ? 'treat-as-attack' : 'sign-with-sha-256'],
      });
    }
    const sha1 = judged.find(
      ({ signatureMethod, digestMethod }) => SHA_1.includes(signatureMethod) || SHA_1.includes(digestMethod),
    );
    if (sha1) {
      return fail(expected, {
        kind: 'sha-1',
        summary: `${which(sha1)} uses SHA-1, which can be made to collide.`,
        expected: 'SHA-256',
        actual: [sha1.signatureMethod, sha1.digestMethod]
          .map((uri) => show(lastSegment(uri ?? 'none'), 60))
          .join(', digest '),
        at: at(sha1),
        remedies: ['sign-with-sha-256'],
      });
    }
    const short = judged.find(
      ({ verifiedBy }) => (verifiedBy?.publicKey.asymmetricKeyDetails?.modulusLength ?? 2048) < 2048,
    );
    if (!short) return pass();
    const bits = short.verifiedBy?.publicKey.asymmetricKeyDetails?.modulusLength;
    return fail(expected, {
      kind: 'short-key',
      summary: `The key of ${named(short)} has only ${bits} bits.`,
      expected: 'at least 2048 bits',
      actual: `${bits} bits`,
      at: at(short),
      remedies: ['renew-certificate'],
    });
  },
});

function which(signature: Signature): string {
  const words = named(signature);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
