import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { defined } from '../logins/views.js';
import { readCertificates } from '../saml/certificates.js';
import type { IdentityProvider } from '../saml/parties.js';
import { type AuthenticationProfile, NEW_PROFILE } from '../sp/authentication-profile.js';
import { fetchMetadata, loadMetadata, profileFromMetadata } from './import-metadata.js';

export interface ProfileHolder {
  get(): Promise<AuthenticationProfile>;
  put(profile: AuthenticationProfile): Promise<AuthenticationProfile>;
  import(source: { readonly metadataUrl: string } | { readonly metadataXml: string }): Promise<AuthenticationProfile>;
  identityProvider(): Promise<IdentityProvider>;
}

export interface ProfileSources {
  readonly initial?: Partial<AuthenticationProfile>;
  /** URL, file or XML to import before the profile is first needed. */
  readonly idpMetadata?: string;
  /** The stand-in's own metadata, without a detour over the network; imported when nothing else is named. */
  readonly standIn?: () => Promise<{ readonly metadataUrl: string; readonly metadataXml: string }>;
  /** File in which a profile that somebody changed is kept. */
  readonly file?: string;
}

/** The Authentication Profile: imported on first need, changed by the setup page and the API, kept for the next start. */
export function createProfileHolder(sources: ProfileSources): ProfileHolder {
  let current: Promise<AuthenticationProfile> | undefined;
  let parsed: { readonly profile: AuthenticationProfile; readonly identityProvider: IdentityProvider } | undefined;

  async function first(): Promise<AuthenticationProfile> {
    const base = { ...NEW_PROFILE, ...(await kept(sources.file)), ...sources.initial };
    if (sources.idpMetadata !== undefined) {
      const url = /^https?:/i.test(sources.idpMetadata) ? { metadataUrl: sources.idpMetadata } : {};
      return { ...base, ...url, ...profileFromMetadata(await loadMetadata(sources.idpMetadata)) };
    }
    if (base.identityProviderCertificates.length > 0 || !sources.standIn) return base;
    const { metadataUrl, metadataXml } = await sources.standIn();
    return { ...base, metadataUrl, ...profileFromMetadata(metadataXml) };
  }

  const get = () => {
    current ??= first().catch((error: unknown) => {
      // The next request may find the metadata reachable.
      current = undefined;
      throw error;
    });
    return current;
  };

  async function put(profile: AuthenticationProfile): Promise<AuthenticationProfile> {
    // Certificates are read before anything is kept: a private key pasted by mistake must not end up in a file.
    const identityProviderCertificates = profile.identityProviderCertificates.flatMap((text) =>
      readCertificates(text).map(({ pem }) => pem),
    );
    const next = { ...profile, identityProviderCertificates };
    current = Promise.resolve(next);
    await keep(sources.file, next);
    return next;
  }

  return {
    get,
    put,
    async import(source) {
      const [from, url] =
        'metadataUrl' in source
          ? [await fetchMetadata(source.metadataUrl), { metadataUrl: source.metadataUrl }]
          : [source.metadataXml, {}];
      return put({ ...(await get()), ...url, ...profileFromMetadata(from) });
    },
    async identityProvider() {
      const profile = await get();
      if (parsed?.profile !== profile) parsed = { profile, identityProvider: identityProviderOf(profile) };
      return parsed.identityProvider;
    },
  };
}

function identityProviderOf({ issuer, identityProviderCertificates }: AuthenticationProfile): IdentityProvider {
  return {
    ...defined({ entityId: issuer }),
    signingCertificates: identityProviderCertificates.flatMap((text) => readCertificates(text)),
  };
}

async function kept(file: string | undefined): Promise<Partial<AuthenticationProfile>> {
  if (file === undefined) return {};
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<AuthenticationProfile>;
  } catch {
    return {};
  }
}

async function keep(file: string | undefined, profile: AuthenticationProfile): Promise<void> {
  if (file === undefined) return;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(profile, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
}
