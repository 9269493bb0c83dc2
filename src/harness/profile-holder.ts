import type { Clock } from '../clock.js';
import { HarnessError } from '../errors.js';
import { defined } from '../logins/views.js';
import { readCertificates } from '../saml/certificates.js';
import type { IdentityProvider } from '../saml/parties.js';
import { type AuthenticationProfile, NEW_PROFILE } from '../sp/authentication-profile.js';
import { fetchMetadata, type ResolveHost } from './fetch-metadata.js';
import { importChanges } from './import-changes.js';
import { loadMetadata, profileFromMetadata } from './import-metadata.js';
import type { Place } from './shelf.js';

export interface ProfileHolder {
  get(): Promise<AuthenticationProfile>;
  put(profile: AuthenticationProfile): Promise<AuthenticationProfile>;
  import(source: { readonly metadataUrl: string } | { readonly metadataXml: string }): Promise<AuthenticationProfile>;
  /** Reads the Metadata URL again, as Monitor Metadata URL does; a failure is recorded, not thrown. Nothing without a URL. */
  importAgain(): Promise<AuthenticationProfile>;
  identityProvider(): Promise<IdentityProvider>;
}

export interface ProfileSources {
  readonly clock: Clock;
  /** No metadata from private networks but from the URL the harness was started with. */
  readonly refusePrivate?: boolean;
  readonly resolve?: ResolveHost;
  readonly initial?: Partial<AuthenticationProfile>;
  /** URL, file or XML to import before the profile is first needed. */
  readonly idpMetadata?: string;
  /** The stand-in's own metadata, without a detour over the network; imported when nothing else is named. */
  readonly standIn?: () => Promise<{ readonly metadataUrl: string; readonly metadataXml: string }>;
  /** Where a profile that somebody changed is kept. */
  readonly place?: Place;
}

/** The Authentication Profile: imported on first need, changed by the setup page and the API, kept for the next start. */
export function createProfileHolder(sources: ProfileSources): ProfileHolder {
  let current: Promise<AuthenticationProfile> | undefined;
  let parsed: { readonly profile: AuthenticationProfile; readonly identityProvider: IdentityProvider } | undefined;

  sources.place?.onChange((text) => {
    current = Promise.resolve({ ...NEW_PROFILE, ...kept(sources.place, text) });
  });

  async function first(): Promise<AuthenticationProfile> {
    const base = { ...NEW_PROFILE, ...kept(sources.place), ...sources.initial };
    if (sources.idpMetadata !== undefined) {
      const url = /^https?:/i.test(sources.idpMetadata) ? { metadataUrl: sources.idpMetadata } : {};
      return withImport({ ...base, ...url }, await loadMetadata(sources.idpMetadata), sources.clock.now());
    }
    const isKept = base.identityProviderCertificates.length > 0;
    if (!sources.standIn || (isKept && !isOnThisMachine(base.loginUrl))) return base;
    const { metadataUrl, metadataXml } = await sources.standIn();
    const fresh = { metadataUrl, ...profileFromMetadata(metadataXml, sources.clock.now()).fields };
    return isKept ? { ...base, ...movedUrls(base, fresh) } : { ...base, ...fresh };
  }

  async function metadataAt(url: string): Promise<string> {
    const standIn = await sources.standIn?.();
    if (standIn?.metadataUrl === url) return standIn.metadataXml;
    const refusePrivate = sources.refusePrivate === true && url !== sources.idpMetadata;
    return fetchMetadata(url, { refusePrivate, ...defined({ resolve: sources.resolve }) });
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
    await sources.place?.write(`${JSON.stringify(next, null, 2)}\n`);
    return next;
  }

  return {
    get,
    put,
    async import(source) {
      const [xml, url] =
        'metadataUrl' in source
          ? [await metadataAt(source.metadataUrl), { metadataUrl: source.metadataUrl }]
          : [source.metadataXml, {}];
      return put(withImport({ ...(await get()), ...url }, xml, sources.clock.now()));
    },
    async importAgain() {
      const { metadataUrl } = await get();
      if (metadataUrl === undefined) return get();
      const outcome = await metadataAt(metadataUrl).catch((error: Error) => error);
      // Whoever changed the profile meanwhile changed it; only what the metadata says is added to it.
      return put(importedAgain(await get(), outcome, sources.clock.now()));
    },
    async identityProvider() {
      const profile = await get();
      if (parsed?.profile !== profile) parsed = { profile, identityProvider: identityProviderOf(profile) };
      return parsed.identityProvider;
    },
  };
}

/** The profile with the fields of this metadata, and what that changed. */
function withImport(before: AuthenticationProfile, xml: string, at: Date): AuthenticationProfile {
  const { fields, warnings } = profileFromMetadata(xml, at);
  return {
    ...before,
    ...fields,
    lastImport: { at: at.toISOString(), changes: importChanges(before, fields), warnings },
  };
}

/** What changed last stays on record until something changes again. */
function importedAgain(before: AuthenticationProfile, outcome: string | Error, at: Date): AuthenticationProfile {
  const checkedAt = at.toISOString();
  const last = before.lastImport ?? { at: checkedAt, changes: [], warnings: [] };
  if (outcome instanceof Error) {
    return { ...before, lastImport: { ...last, checkedAt, warnings: [outcome.message] } };
  }
  try {
    const next = withImport(before, outcome, at);
    const fresh = next.lastImport ?? last;
    const lastImport = fresh.changes.length > 0 ? fresh : { ...last, warnings: fresh.warnings };
    return { ...next, lastImport: { ...lastImport, checkedAt } };
  } catch (error) {
    return { ...before, lastImport: { ...last, checkedAt, warnings: [(error as Error).message] } };
  }
}

const isOnThisMachine = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && ['127.0.0.1', 'localhost'].includes(new URL(url).hostname);

/** The stand-in may stand on another port today; whatever else somebody changed in the profile stays changed. */
function movedUrls(kept: AuthenticationProfile, fresh: Partial<AuthenticationProfile>): Partial<AuthenticationProfile> {
  const moved = (was: string | undefined, is: string | undefined) =>
    was !== undefined && is !== undefined && isOnThisMachine(was) && new URL(was).pathname === new URL(is).pathname
      ? is
      : was;
  return defined({
    metadataUrl: moved(kept.metadataUrl, fresh.metadataUrl),
    loginUrl: moved(kept.loginUrl, fresh.loginUrl),
    logoutUrl: moved(kept.logoutUrl, fresh.logoutUrl),
  });
}

function identityProviderOf({ issuer, identityProviderCertificates }: AuthenticationProfile): IdentityProvider {
  return {
    ...defined({ entityId: issuer }),
    signingCertificates: identityProviderCertificates.flatMap((text) => readCertificates(text)),
  };
}

function kept(place: Place | undefined, text = place?.read()): Partial<AuthenticationProfile> {
  if (text === undefined) return {};
  try {
    return JSON.parse(text) as Partial<AuthenticationProfile>;
  } catch (cause) {
    throw new HarnessError(
      'PROFILE_UNREADABLE',
      `The Authentication Profile in ${place?.name} cannot be read: ${(cause as Error).message}`,
      'Correct it, or move it away to begin with a new profile. It was left as it is.',
      { cause },
    );
  }
}
