import type { ProfileDesk } from '../../http/service-provider.js';
import type { AuthenticationProfile } from '../../sp/authentication-profile.js';
import type { Directory } from '../../sp/directory.js';
import type { StepId } from './steps.js';

type See = (steps: readonly StepId[], words: string) => void;

const HERE = 'Done in this harness.';

/** The internal directory, with somebody looking on. */
export function watchedDirectory(directory: Directory, see: See): Directory {
  return {
    get domains() {
      return directory.domains;
    },
    get addresses() {
      return directory.addresses;
    },
    find: directory.find,
    nearest: directory.nearest,
    removeAddress: directory.removeAddress,
    addDomain(domain) {
      const before = directory.domains.length;
      directory.addDomain(domain);
      if (directory.domains.length > before) see(['domain'], HERE);
    },
    addAddress(address) {
      directory.addAddress(address);
      see(address.roles.length > 0 ? ['address', 'role'] : ['address'], HERE);
    },
  };
}

/** An Authentication Profile, with somebody looking on. */
export function watchedProfile(profile: ProfileDesk, see: See, isStandIn: IsStandIn): ProfileDesk {
  return {
    ...profile,
    async put(next) {
      const saved = await profile.put(next);
      const areUnticked = !saved.usePasswordProtectedContext && !saved.useIntegratedAuthenticationContext;
      see(areUnticked ? ['authentication-profile', 'contexts'] : ['authentication-profile'], HERE);
      return saved;
    },
    async import(source) {
      const saved = await profile.import(source);
      const url = 'metadataUrl' in source ? source.metadataUrl : undefined;
      see(shownByImport(saved, url, isStandIn(saved)), importWords(url));
      return saved;
    },
  };
}

type IsStandIn = (profile: AuthenticationProfile) => boolean;

/** An import from a URL shows that the URL was copied; keys that are no tenant's show that there is an application. */
export function shownByImport(
  { metadataIsTenantWide }: AuthenticationProfile,
  url: string | undefined,
  isStandIn: boolean,
): StepId[] {
  return [
    'import',
    ...(url === undefined ? [] : (['metadata-url'] as const)),
    ...(metadataIsTenantWide === false && !isStandIn ? (['application'] as const) : []),
  ];
}

export const importWords = (url: string | undefined): string =>
  url === undefined ? 'Read from a file or a text.' : `Read from ${url}.`;
