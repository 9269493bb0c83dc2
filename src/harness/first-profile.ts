import type { Clock } from '../clock.js';
import { HarnessError } from '../errors.js';
import { present } from '../saml/present.js';
import { type AuthenticationProfile, NEW_PROFILE } from '../sp/authentication-profile.js';
import { fetchMetadata, type ResolveHost } from './fetch-metadata.js';
import { loadMetadata, profileFromMetadata } from './import-metadata.js';
import { withImport } from './profile-import.js';
import type { Place } from './shelf.js';

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

/**
 * The profile a harness begins with: what was kept, what the options say over it, and the metadata of whoever is the identity provider.
 *
 * @throws HarnessError `METADATA_UNREACHABLE`, `METADATA_UNUSABLE`, `PROFILE_UNREADABLE`, `DATA_DIR_UNUSABLE`.
 */
export async function firstProfile({ place, initial, idpMetadata, standIn, clock }: ProfileSources) {
  const base: AuthenticationProfile = { ...NEW_PROFILE, ...keptProfile(place), ...initial };
  if (idpMetadata !== undefined) {
    const url = /^https?:/i.test(idpMetadata) ? { metadataUrl: idpMetadata } : {};
    return withImport({ ...base, ...url }, await loadMetadata(idpMetadata), clock.now());
  }
  const isKept = base.identityProviderCertificates.length > 0;
  if (!standIn || (isKept && !isOnThisMachine(base.loginUrl))) return base;
  const { metadataUrl, metadataXml } = await standIn();
  const fresh = { metadataUrl, ...profileFromMetadata(metadataXml, clock.now()).fields };
  return isKept ? { ...base, ...movedUrls(base, fresh) } : { ...base, ...fresh };
}

/** @throws HarnessError `METADATA_UNREACHABLE`. */
export async function metadataAt(url: string, sources: ProfileSources): Promise<string> {
  const standIn = await sources.standIn?.();
  if (standIn?.metadataUrl === url) return standIn.metadataXml;
  const refusePrivate = sources.refusePrivate === true && url !== sources.idpMetadata;
  return fetchMetadata(url, { refusePrivate, ...present({ resolve: sources.resolve }) });
}

const isOnThisMachine = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && ['127.0.0.1', 'localhost'].includes(new URL(url).hostname);

/** The stand-in may stand on another port today; whatever else somebody changed in the profile stays changed. */
function movedUrls(kept: AuthenticationProfile, fresh: Partial<AuthenticationProfile>): Partial<AuthenticationProfile> {
  const moved = (was: string | undefined, is: string | undefined) =>
    was !== undefined && is !== undefined && isOnThisMachine(was) && new URL(was).pathname === new URL(is).pathname
      ? is
      : was;
  return present({
    metadataUrl: moved(kept.metadataUrl, fresh.metadataUrl),
    loginUrl: moved(kept.loginUrl, fresh.loginUrl),
    logoutUrl: moved(kept.logoutUrl, fresh.logoutUrl),
  });
}

/** @throws HarnessError `PROFILE_UNREADABLE`, `DATA_DIR_UNUSABLE`. */
export function keptProfile(place: Place | undefined, text = place?.read()): Partial<AuthenticationProfile> {
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
