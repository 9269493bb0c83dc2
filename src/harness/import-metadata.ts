import { readFile } from 'node:fs/promises';
import { HarnessError } from '../errors.js';
import { BINDING } from '../saml/names.js';
import { present } from '../saml/present.js';
import { type ReadMetadata, readMetadata } from '../saml/read-metadata.js';
import type { AuthenticationProfile } from '../sp/authentication-profile.js';
import { type FetchOptions, fetchMetadata } from './fetch-metadata.js';

/** What Import fills in by itself, and what was odd about the document. */
export interface ImportedMetadata {
  readonly fields: Partial<AuthenticationProfile>;
  /** A sentence each. */
  readonly warnings: readonly string[];
}

/** XML as it is; a URL is fetched (https, or http on loopback); anything else is a file. */
export async function loadMetadata(source: string, options?: FetchOptions): Promise<string> {
  if (/^\uFEFF?\s*</.test(source)) return source;
  if (/^https?:/i.test(source)) return fetchMetadata(source, options);
  try {
    return await readFile(source, 'utf8');
  } catch (error) {
    throw new HarnessError(
      'METADATA_UNREACHABLE',
      `The metadata file ${source} cannot be read: ${(error as Error).message}`,
      'Give the path of a file, or a URL.',
      { cause: error },
    );
  }
}

/**
 * The fields of the Authentication Profile that Import fills by itself. What is odd but usable (expired, unsigned, of the whole
 * tenant, with a broken signature) is imported and said.
 *
 * @throws HarnessError `METADATA_UNUSABLE` with every reason.
 */
export function profileFromMetadata(xml: string, at: Date): ImportedMetadata {
  const read = readMetadata(xml, { at });
  const { identityProvider, problems, tenantWide } = read;
  if (!identityProvider || identityProvider.signingCertificates.length === 0) {
    throw new HarnessError(
      'METADATA_UNUSABLE',
      `This metadata cannot be imported: ${problems.map(({ message }) => message).join(' ') || 'it holds no identity provider with a signing certificate.'}`,
      'Use the App Federation Metadata Url of the application (Enterprise applications > the app > Single sign-on > SAML Certificates).',
    );
  }
  const { entityId, signingCertificates, singleSignOn = [], singleLogout = [] } = identityProvider;
  const post = singleSignOn.find(({ binding }) => binding === BINDING.post) ?? singleSignOn[0];
  const fields = {
    identityProviderCertificates: signingCertificates.map(({ pem }) => pem),
    ...present({
      issuer: entityId,
      loginUrl: post?.location,
      logoutUrl: singleLogout[0]?.location,
      metadataIsTenantWide: tenantWide,
    }),
  };
  return { fields, warnings: oddities(read, at) };
}

function oddities({ problems, signature, identityProvider }: ReadMetadata, at: Date): string[] {
  const expired = (identityProvider?.signingCertificates ?? []).filter(({ notAfter }) => notAfter <= at);
  return [
    ...problems.map(({ message }) => message),
    ...(signature?.status === 'absent'
      ? ['The metadata is not signed; nothing vouches for it but the way it came.']
      : []),
    ...expired.map(
      ({ thumbprintSha1, notAfter }) =>
        `The certificate ${thumbprintSha1} in it expired on ${notAfter.toISOString().slice(0, 10)}.`,
    ),
  ];
}
