import { certificateWords } from '../certificate-words.js';
import { defineCheck, type Outcome } from '../check.js';
import { judgedSignatures } from '../judged-signatures.js';
import { fail, pass } from '../outcomes.js';
import { entraSigning, samlInterop } from '../sources.js';
import { duration, utc } from '../time-words.js';

const DAY = 86_400_000;
const SOON = 30 * DAY;

export const signingCertificateCurrent = defineCheck({
  id: 'signing-certificate-current',
  title: 'The signing certificate is within its validity',
  stage: 'signature',
  severity: 'warning',
  why: 'The key is what counts, and SAML lets an expired certificate pass. But many service providers do not, and Entra changes to another valid certificate of its own accord when the active one has expired.',
  spec: [samlInterop('IIP-MD12'), entraSigning('Token signing certificate')],
  needs: ['signatures', 'trust'],
  kinds: { expired: 'it has expired', 'not-yet': 'it is not valid yet', soon: 'it expires within 30 days' },
  remedies: ['renew-certificate', 'import-metadata-again'],
  run({ trust }, expected, evidence): Outcome {
    const certificate =
      judgedSignatures(evidence).find(({ verifiedBy }) => verifiedBy)?.verifiedBy ?? trust.certificates[0];
    if (!certificate) return pass();
    const at = expected.at.getTime();
    const left = certificate.notAfter.getTime() - at;
    const early = certificate.notBefore.getTime() - at;
    if (early <= 0 && left > SOON)
      return pass(`Valid until ${utc(certificate.notAfter.getTime())}: ${Math.floor(left / DAY)} days left.`);
    const kind = early > 0 ? 'not-yet' : left <= 0 ? 'expired' : 'soon';
    const words = {
      'not-yet': `becomes valid only in ${duration(early)}`,
      expired: `expired ${duration(left)} ago, on ${utc(certificate.notAfter.getTime())}`,
      soon: `expires in ${duration(left)}, on ${utc(certificate.notAfter.getTime())}`,
    };
    return fail(expected, {
      kind,
      summary: `The signing certificate ${words[kind]}.`,
      expected: `valid on ${utc(at)}`,
      actual: certificateWords(certificate),
      severity: kind === 'soon' ? 'info' : undefined,
      remedies: ['renew-certificate', 'import-metadata-again'],
    });
  },
});
