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
    const fault = refused(judged) ?? withSha1(judged) ?? withShortKey(judged);
    if (!fault) return pass();
    const { signature, ...found } = fault;
    return fail(expected, { ...found, at: placeIn(evidence, signature.element) });
  },
});

type Fault = Omit<Parameters<typeof fail>[1], 'at'> & { readonly signature: Signature };

/** An algorithm that is not computed at all. */
function refused(judged: readonly Signature[]): Fault | undefined {
  const found = firstProblem(judged, problemsOf('signature-algorithm-strong'));
  if (!found) return undefined;
  const { signature, problem } = found;
  const method = `${signature.signatureMethod ?? ''} ${signature.digestMethod ?? ''}`;
  const kind = /hmac/i.test(method) ? 'hmac' : /md5/i.test(method) ? 'md5' : 'not-known';
  return {
    signature,
    kind,
    severity: 'error',
    summary:
      kind === 'hmac'
        ? `${which(signature)} is an HMAC (${lastSegment(signature.signatureMethod ?? '')}): its key would have to be secret, and the only key known here is public.`
        : `${which(signature)} cannot be taken: ${problem.detail}`,
    expected: 'RSA or ECDSA with SHA-256 or better',
    actual: signature.signatureMethod,
    remedies: [kind === 'hmac' ? 'treat-as-attack' : 'sign-with-sha-256'],
  };
}

function withSha1(judged: readonly Signature[]): Fault | undefined {
  const signature = judged.find(
    ({ signatureMethod, digestMethod }) => SHA_1.includes(signatureMethod) || SHA_1.includes(digestMethod),
  );
  return (
    signature && {
      signature,
      kind: 'sha-1',
      summary: `${which(signature)} uses SHA-1, which can be made to collide.`,
      expected: 'SHA-256',
      actual: [signature.signatureMethod, signature.digestMethod]
        .map((uri) => show(lastSegment(uri ?? 'none'), 60))
        .join(', digest '),
      remedies: ['sign-with-sha-256'],
    }
  );
}

function withShortKey(judged: readonly Signature[]): Fault | undefined {
  const bitsOf = ({ verifiedBy }: Signature) => verifiedBy?.publicKey.asymmetricKeyDetails?.modulusLength;
  const signature = judged.find((one) => (bitsOf(one) ?? LEAST_BITS) < LEAST_BITS);
  return (
    signature && {
      signature,
      kind: 'short-key',
      summary: `The key of ${named(signature)} has only ${bitsOf(signature)} bits.`,
      expected: `at least ${LEAST_BITS} bits`,
      actual: `${bitsOf(signature)} bits`,
      remedies: ['renew-certificate'],
    }
  );
}

const LEAST_BITS = 2048;

function which(signature: Signature): string {
  const words = named(signature);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
