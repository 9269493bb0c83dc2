import { HarnessError } from '../errors.js';
import { readCertificates } from '../saml/certificates.js';
import type { Certificate, IdentityProvider } from '../saml/parties.js';
import { readMetadata } from '../saml/read-metadata.js';
import { defined } from './views.js';

/** An identity provider as a caller of `diagnose` names it. */
export interface GivenIdentityProvider {
  /** SAML metadata, XML. */
  readonly metadata?: string;
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
const MAX_KEPT = 32;
const MAX_CHARACTERS_KEPT = 1024 * 1024;

/**
 * What was given about an identity provider, read once per text.
 *
 * @throws HarnessError `CERTIFICATE_UNREADABLE`, `PRIVATE_KEY_GIVEN`, `METADATA_UNUSABLE`.
 */
export function knownIdentityProvider(given: GivenIdentityProvider): KnownIdentityProvider {
  if (given.metadata !== undefined) return fromMetadata(given.metadata);
  const signingCertificates = (given.signingCertificates ?? []).flatMap(fromCertificateText);
  return { identityProvider: { ...defined({ entityId: given.entityId }), signingCertificates } };
}

const fromMetadata = oncePerText((metadata): KnownIdentityProvider => {
  const { identityProvider, problems, tenantWide } = readMetadata(metadata);
  if (identityProvider) return { identityProvider, ...defined({ tenantWide }) };
  throw new HarnessError(
    'METADATA_UNUSABLE',
    `The metadata cannot be used: ${problems.map(({ message }) => message).join(' ') || 'it holds no identity provider.'}`,
    'Give the IdP’s federation metadata; for Entra ID the App Federation Metadata Url of the application.',
  );
});

const fromCertificateText = oncePerText((text): readonly Certificate[] => readCertificates(text));

/** The same answer for the same text, without asking again; the oldest are forgotten first. */
function oncePerText<T>(read: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    if (text.length > MAX_CHARACTERS_KEPT) return answer;
    if (kept.size >= MAX_KEPT) for (const oldest of [...kept.keys()].slice(0, MAX_KEPT / 2)) kept.delete(oldest);
    kept.set(text, answer);
    return answer;
  };
}
