import type { Signature } from '../../saml/evidence.js';
import { certificatesWords, certificateWords, whyUnpublished } from '../certificate-words.js';
import { defineCheck, type Outcome } from '../check.js';
import { judgedSignatures, named } from '../judged-signatures.js';
import { fail, notApplicable, pass, placeIn } from '../outcomes.js';
import type { RemedyId } from '../remedies.js';
import { samlMetadata, samlProfiles } from '../sources.js';

const kinds = {
  'tenant-metadata': "the metadata is the tenant's (fetched without ?appid=), the key is the application's",
  'wrong-tenant': 'the message is from another tenant',
  rollover: 'a newer certificate of the same name: the identity provider has changed its key',
  'older-certificate': "an older certificate of the same name: the wrong one is active, or it is another application's",
  'unknown-key': 'a certificate nobody published',
  'unknown-and-does-not-verify': 'a certificate nobody published, and not even that one verifies the signature',
} as const;

const REMEDIES: Readonly<Record<keyof typeof kinds, readonly [RemedyId, ...RemedyId[]]>> = {
  'tenant-metadata': ['import-metadata-again', 'take-app-metadata-url'],
  'wrong-tenant': ['import-metadata-again', 'use-right-tenant'],
  rollover: ['import-metadata-again', 'paste-new-certificate', 'activate-known-certificate'],
  'older-certificate': ['activate-known-certificate', 'import-metadata-again'],
  'unknown-key': ['import-metadata-again', 'activate-known-certificate'],
  'unknown-and-does-not-verify': ['import-metadata-again', 'treat-as-attack'],
};

export const signingCertificatePublished = defineCheck({
  id: 'signing-certificate-published',
  title: 'The certificate in the signature is one the identity provider publishes',
  stage: 'signature',
  severity: 'error',
  why: 'The service provider knows the identity provider by its certificates. When a login fails after a certificate was renewed, or with metadata of the wrong application, this is where it shows.',
  spec: [samlMetadata('2.4.1.1'), samlProfiles('4.1.4.3')],
  needs: ['signatures', 'trust', 'document'],
  kinds,
  remedies: [
    'import-metadata-again',
    'take-app-metadata-url',
    'paste-new-certificate',
    'activate-known-certificate',
    'use-right-tenant',
    'treat-as-attack',
  ],
  run({ trust }, expected, evidence): Outcome {
    const judged = judgedSignatures(evidence).filter(({ embeddedCertificates }) => embeddedCertificates.length > 0);
    if (judged.length === 0) return notApplicable('The message brings no certificate along.');
    const published = trust.certificates.map(({ thumbprintSha256 }) => thumbprintSha256);
    const isKnown = ({ value, embeddedCertificates }: Signature) =>
      value === 'verifies' || embeddedCertificates.some(({ thumbprintSha256 }) => published.includes(thumbprintSha256));
    const unknown = judged.find((signature) => !isKnown(signature));
    const certificate = unknown?.embeddedCertificates[0];
    if (!unknown || !certificate) return pass();
    const { kind, words } = whyUnpublished(unknown, certificate, trust.certificates, expected, evidence);
    const [first, ...others] = REMEDIES[kind];
    return fail(expected, {
      kind,
      summary: `The certificate in ${named(unknown)} is not one the identity provider publishes: ${words}.`,
      expected: certificatesWords(trust.certificates),
      actual: certificateWords(certificate),
      at: placeIn(evidence, unknown.element),
      remedies: [
        [
          first,
          {
            actual: `SHA-1 ${certificate.thumbprintSha1}`,
            expected: expected.identityProvider.entityId ?? 'the right tenant',
          },
        ],
        ...others.map(
          (id) =>
            [
              id,
              {
                actual: `SHA-1 ${certificate.thumbprintSha1}`,
                expected: expected.identityProvider.entityId ?? 'the right tenant',
              },
            ] as const,
        ),
      ],
    });
  },
});
