import { HarnessError } from '../errors.js';
import { readCertificates } from '../saml/certificates.js';
import { oncePerText } from '../saml/once-per-text.js';
import type { Certificate, IdentityProvider } from '../saml/parties.js';
import { present } from '../saml/present.js';
import { readMetadata } from '../saml/read-metadata.js';

/** An identity provider as a caller of `diagnose` names it. */
export interface GivenIdentityProvider {
  /** SAML metadata, XML. */
  readonly metadata?: string;
  /** Expected Issuer; with `metadata` it is read from there. */
  readonly entityId?: string;
  /** PEM, DER in base64, or anything else certificates come in. */
  readonly signingCertificates?: readonly string[];
}

export interface KnownIdentityProvider {
  readonly identityProvider: IdentityProvider;
  /** Absent when that cannot be told. */
  readonly tenantWide?: boolean;
}

// Whoever judges ten thousand messages gives the same few settings with each: reading them anew would be most of the work.
const REMEMBERED = { most: 32, longest: 1024 * 1024 };

/**
 * What was given about an identity provider, read once per text.
 *
 * @throws HarnessError `CERTIFICATE_UNREADABLE`, `PRIVATE_KEY_GIVEN`, `METADATA_UNUSABLE`.
 */
export function knownIdentityProvider(given: GivenIdentityProvider): KnownIdentityProvider {
  if (given.metadata !== undefined) return fromMetadata(given.metadata);
  const signingCertificates = (given.signingCertificates ?? []).flatMap(fromCertificateText);
  return { identityProvider: { ...present({ entityId: given.entityId }), signingCertificates } };
}

const fromMetadata = oncePerText((metadata): KnownIdentityProvider => {
  const { identityProvider, problems, tenantWide } = readMetadata(metadata);
  if (identityProvider) return { identityProvider, ...present({ tenantWide }) };
  throw new HarnessError(
    'METADATA_UNUSABLE',
    `The metadata cannot be used: ${problems.map(({ message }) => message).join(' ') || 'it holds no identity provider.'}`,
    'Give the IdP’s federation metadata; for Entra ID the App Federation Metadata Url of the application.',
  );
}, REMEMBERED);

const fromCertificateText = oncePerText((text): readonly Certificate[] => readCertificates(text), REMEMBERED);
