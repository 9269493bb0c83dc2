import { readFile } from 'node:fs/promises';
import { HarnessError } from '../errors.js';
import { defined } from '../logins/views.js';
import { BINDING } from '../saml/names.js';
import { readMetadata } from '../saml/read-metadata.js';
import type { AuthenticationProfile } from '../sp/authentication-profile.js';

const MAX_BYTES = 1024 * 1024;
const TIMEOUT_MS = 10_000;

/** What Import fills in by itself. */
export type ImportedProfile = Pick<AuthenticationProfile, 'identityProviderCertificates' | 'monitorMetadataUrl'> &
  Partial<AuthenticationProfile>;

/** XML as it is; a URL is fetched (https, or http on loopback); anything else is a file. */
export async function loadMetadata(source: string): Promise<string> {
  if (/^\uFEFF?\s*</.test(source)) return source;
  if (/^https?:/i.test(source)) return fetchMetadata(source);
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
 * Metadata from the network: https, or http on this machine; no redirects, 1 MiB, ten seconds.
 *
 * @throws HarnessError `METADATA_UNREACHABLE`.
 */
export async function fetchMetadata(url: string): Promise<string> {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) {
    throw new HarnessError(
      'METADATA_UNREACHABLE',
      `${url} is not an http or https URL.`,
      'Give the App Federation Metadata Url of the application.',
    );
  }
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    throw new HarnessError(
      'METADATA_UNREACHABLE',
      `${url} is not fetched: plain http is only for this machine.`,
      'Give an https URL, or download the file and give its path.',
    );
  }
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'application/samlmetadata+xml, application/xml' },
    });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await readCapped(response);
  } catch (error) {
    throw new HarnessError(
      'METADATA_UNREACHABLE',
      `The metadata at ${url} cannot be fetched: ${causeOf(error)}`,
      'Check the App Federation Metadata Url and the network, or download the file and give its path.',
      { cause: error },
    );
  }
}

const causeOf = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
};

async function readCapped(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error('it is larger than 1 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * The fields of the Authentication Profile that Import fills by itself.
 *
 * @throws HarnessError `METADATA_UNUSABLE` with every reason.
 */
export function profileFromMetadata(xml: string): Partial<AuthenticationProfile> {
  const { identityProvider, problems, tenantWide } = readMetadata(xml);
  if (!identityProvider || identityProvider.signingCertificates.length === 0) {
    throw new HarnessError(
      'METADATA_UNUSABLE',
      `This metadata cannot be imported: ${problems.map(({ message }) => message).join(' ') || 'it holds no identity provider with a signing certificate.'}`,
      'Use the App Federation Metadata Url of the application (Enterprise applications > the app > Single sign-on > SAML Certificates).',
    );
  }
  const { entityId, signingCertificates, singleSignOn = [], singleLogout = [] } = identityProvider;
  const post = singleSignOn.find(({ binding }) => binding === BINDING.post) ?? singleSignOn[0];
  return {
    identityProviderCertificates: signingCertificates.map(({ pem }) => pem),
    ...defined({
      issuer: entityId,
      loginUrl: post?.location,
      logoutUrl: singleLogout[0]?.location,
      metadataIsTenantWide: tenantWide,
    }),
  };
}
