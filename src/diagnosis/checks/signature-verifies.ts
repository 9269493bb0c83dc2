import type { Signature } from '../../saml/evidence.js';
import { NS } from '../../saml/names.js';
import { child } from '../../saml/walk.js';
import { defineCheck, type Outcome } from '../check.js';
import { judgedSignatures, named } from '../judged-signatures.js';
import { fail, notApplicable, pass, placeIn } from '../outcomes.js';
import { lastSegment } from '../show.js';
import { samlCore, samlProfiles, xmlSignature } from '../sources.js';

const kinds = {
  'key-unknown': 'it verifies with the certificate it carries, but nobody published that one',
  'value-altered': 'the signature itself, or what it signs, was altered',
  'other-key': 'made with a key that is not known here',
  'value-empty': 'SignatureValue is empty or missing',
  'key-type': 'no published key is of the kind the algorithm needs',
  'not-checked': 'it could not be checked',
} as const;
type Kind = keyof typeof kinds;

export const signatureVerifies = defineCheck({
  id: 'signature-verifies',
  title: 'Every signature verifies with a published key',
  stage: 'signature',
  severity: 'error',
  why: "Only a key the identity provider publishes counts; the certificate inside a message could be anybody's. One bad signature is enough to refuse, even beside a good one.",
  spec: [samlProfiles('4.1.4.3'), samlCore('5.4.5'), xmlSignature('3.2.2')],
  needs: ['signatures', 'trust', 'document'],
  kinds,
  remedies: ['import-metadata-again', 'activate-known-certificate', 'do-not-touch-signed', 'treat-as-attack'],
  run({ trust }, expected, evidence): Outcome {
    const judged = judgedSignatures(evidence);
    if (judged.length === 0) return notApplicable('Nothing is signed.');
    const bad = judged.find((one) =>
      kindOf(
        one,
        trust.certificates.map(({ thumbprintSha256 }) => thumbprintSha256),
      ),
    );
    if (!bad) {
      const unchecked = judged.find(({ value }) => value === 'not-checked');
      if (unchecked)
        return notApplicable(`Not computed for ${named(unchecked)}: see the checks of the signature before this one.`);
      const by = judged[0]?.verifiedBy;
      const index = by ? trust.certificates.indexOf(by) + 1 : 0;
      return pass(index > 0 ? `Verifies with published key ${index} of ${trust.certificates.length}.` : undefined);
    }
    const kind =
      kindOf(
        bad,
        trust.certificates.map(({ thumbprintSha256 }) => thumbprintSha256),
      ) ?? 'not-checked';
    return fail(expected, {
      kind,
      summary: sentence(kind, bad, trust.certificates.length),
      expected: `a signature by ${trust.certificates.length === 1 ? 'the published key' : `one of the ${trust.certificates.length} published keys`}`,
      actual: bad.signatureMethod && `${lastSegment(bad.signatureMethod)}, ${kinds[kind]}`,
      at: placeIn(evidence, bad.element),
      remedies:
        kind === 'value-altered' || kind === 'value-empty'
          ? ['do-not-touch-signed', 'treat-as-attack']
          : ['import-metadata-again', 'activate-known-certificate', 'do-not-touch-signed'],
    });
  },
});

function kindOf(signature: Signature, published: readonly string[]): Kind | undefined {
  const { element, value, problems, embeddedCertificates } = signature;
  if (
    problems.some(({ kind }) => kind === 'signature-value-empty') ||
    !child(element, NS.signature, 'SignatureValue')
  ) {
    return 'value-empty';
  }
  if (value === 'verifies') return undefined;
  if (value === 'verifies-with-embedded-key') return 'key-unknown';
  if (problems.some(({ kind }) => kind === 'key-type-mismatch')) return 'key-type';
  if (value === 'not-checked') return problems.length > 0 ? undefined : 'not-checked';
  const brings = embeddedCertificates.map(({ thumbprintSha256 }) => thumbprintSha256);
  return brings.length > 0 && brings.every((thumbprint) => !published.includes(thumbprint))
    ? 'other-key'
    : 'value-altered';
}

function sentence(kind: Kind, signature: Signature, published: number): string {
  const which = capital(named(signature));
  const keys = published === 1 ? 'the published key' : `any of the ${published} published keys`;
  switch (kind) {
    case 'key-unknown':
      return `${which} was made with a key that the identity provider does not publish; it verifies only with the certificate it brings along.`;
    case 'other-key':
      return `${which} does not verify with ${keys}, and not with the certificate it brings along either.`;
    case 'value-empty':
      return `${which} is no signature: its SignatureValue is empty or missing.`;
    case 'key-type':
      return `${which} is of a kind (${lastSegment(signature.signatureMethod ?? 'unknown')}) that cannot have been made with ${keys}.`;
    case 'not-checked':
      return `${which} could not be checked.`;
    case 'value-altered':
      return `${which} does not verify with ${keys}: it was altered, or made with another key.`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
