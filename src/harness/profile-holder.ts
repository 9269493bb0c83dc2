import { readCertificates } from '../saml/certificates.js';
import type { IdentityProvider } from '../saml/parties.js';
import { present } from '../saml/present.js';
import { type AuthenticationProfile, NEW_PROFILE } from '../sp/authentication-profile.js';
import { firstProfile, keptProfile, metadataAt, type ProfileSources } from './first-profile.js';
import { importedAgain, withImport } from './profile-import.js';

export interface ProfileHolder {
  get(): Promise<AuthenticationProfile>;
  put(profile: AuthenticationProfile): Promise<AuthenticationProfile>;
  import(source: { readonly metadataUrl: string } | { readonly metadataXml: string }): Promise<AuthenticationProfile>;
  /** Reads the Metadata URL again, as Monitor Metadata URL does; a failure is recorded, not thrown. Nothing without a URL. */
  importAgain(): Promise<AuthenticationProfile>;
  identityProvider(): Promise<IdentityProvider>;
}

/** The Authentication Profile: imported on first need, changed by the setup page and the API, kept for the next start. */
export function createProfileHolder(sources: ProfileSources): ProfileHolder {
  const { clock, place } = sources;
  let current: Promise<AuthenticationProfile> | undefined;
  place?.onChange((text) => {
    current = Promise.resolve({ ...NEW_PROFILE, ...keptProfile(place, text) });
  });

  const get = () => {
    current ??= firstProfile(sources).catch((error: unknown) => {
      // The next request may find the metadata reachable.
      current = undefined;
      throw error;
    });
    return current;
  };
  async function put(profile: AuthenticationProfile): Promise<AuthenticationProfile> {
    const next = withReadCertificates(profile);
    current = Promise.resolve(next);
    await place?.write(`${JSON.stringify(next, null, 2)}\n`);
    return next;
  }
  return {
    get,
    put,
    async import(source) {
      if ('metadataXml' in source) return put(withImport(await get(), source.metadataXml, clock.now()));
      const xml = await metadataAt(source.metadataUrl, sources);
      return put(withImport({ ...(await get()), metadataUrl: source.metadataUrl }, xml, clock.now()));
    },
    async importAgain() {
      const { metadataUrl } = await get();
      if (metadataUrl === undefined) return get();
      const outcome = await metadataAt(metadataUrl, sources).catch((error: Error) => error);
      // Whoever changed the profile meanwhile changed it; only what the metadata says is added to it.
      return put(importedAgain(await get(), outcome, clock.now()));
    },
    identityProvider: rememberLast(get),
  };
}

/** Certificates are read before anything is kept: a private key pasted by mistake must not end up in a file. */
function withReadCertificates(profile: AuthenticationProfile): AuthenticationProfile {
  const identityProviderCertificates = profile.identityProviderCertificates.flatMap((text) =>
    readCertificates(text).map(({ pem }) => pem),
  );
  return { ...profile, identityProviderCertificates };
}

/** Every login asks for the identity provider; its certificates are read anew when the profile is another. */
function rememberLast(get: () => Promise<AuthenticationProfile>): () => Promise<IdentityProvider> {
  let last: { readonly profile: AuthenticationProfile; readonly identityProvider: IdentityProvider } | undefined;
  return async () => {
    const profile = await get();
    if (last?.profile !== profile) last = { profile, identityProvider: identityProviderOf(profile) };
    return last.identityProvider;
  };
}

function identityProviderOf({ issuer, identityProviderCertificates }: AuthenticationProfile): IdentityProvider {
  return {
    ...present({ entityId: issuer }),
    signingCertificates: identityProviderCertificates.flatMap((text) => readCertificates(text)),
  };
}
