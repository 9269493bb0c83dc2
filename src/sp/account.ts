import { mimecast } from './mimecast.js';
import type { VendorEndpoint, VendorProfile } from './profile.js';
import { hostOfRegion } from './region.js';

/** One customer of the vendor, as the harness plays it. */
export interface Account {
  readonly accountCode: string;
  readonly region: string;
  readonly entityId: string;
  readonly assertionConsumerServiceUrl: string;
}

export interface AccountSettings {
  readonly accountCode: string;
  readonly region: string;
  /** Origin of the service provider, e.g. `http://localhost:7010`; not used when `verbatim`. */
  readonly origin: string;
  /** Production host names instead of the harness's own. */
  readonly verbatim?: boolean;
  readonly entityId?: string;
  readonly assertionConsumerServiceUrl?: string;
}

/**
 * The account's Identifier and Reply URL: the harness's own URLs, or with `verbatim` the vendor's.
 *
 * @throws HarnessError `REGION_UNKNOWN`.
 */
export function accountOf(settings: AccountSettings, vendor: VendorProfile = mimecast): Account {
  const { accountCode, region } = settings;
  const host = hostOfRegion(region, vendor);
  const [style] = vendor.entityIdStyles;
  const [endpoint] = vendor.endpoints;
  const origin = settings.verbatim ? `https://${host}` : settings.origin;
  return {
    accountCode,
    region,
    entityId:
      settings.entityId ?? (settings.verbatim ? style.write(host, accountCode) : `${origin}/sso/${accountCode}`),
    assertionConsumerServiceUrl: settings.assertionConsumerServiceUrl ?? `${origin}${endpoint.path}`,
  };
}

/** The endpoint of the vendor at this URL, by its path; the default one for a path that is none of them. */
function endpointAt(url: string, vendor: VendorProfile): VendorEndpoint {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  return vendor.endpoints.find((endpoint) => endpoint.path === path) ?? vendor.endpoints[0];
}

/** Whether, and why not, a login that begins at the IdP is taken at this URL. */
export function idpInitiated(url: string, vendor: VendorProfile, profile: { readonly allowSingleSignOn: boolean }) {
  const { application, idpInitiated: isPossible } = endpointAt(url, vendor);
  return isPossible
    ? { unsolicitedResponsesAllowed: profile.allowSingleSignOn }
    : {
        unsolicitedResponsesAllowed: false,
        unsolicitedResponsesRefusedBecause: `${application} takes only logins that begin at the service provider.`,
      };
}

/** What is odd about the pair of account code and region, in words; inferred from published prefixes, so only a warning. */
export function accountWarnings(accountCode: string, region: string, vendor: VendorProfile = mimecast): string[] {
  const warnings: string[] = [];
  if (vendor.accountCodeIsUpperCase && accountCode !== accountCode.toUpperCase()) {
    warnings.push(`The account code "${accountCode}" is not in capitals; ${vendor.name}'s guide says it should be.`);
  }
  const fitting = vendor.regions
    .filter(({ accountCodePrefix }) => accountCodePrefix && accountCode.toUpperCase().startsWith(accountCodePrefix))
    .sort((a, b) => (b.accountCodePrefix?.length ?? 0) - (a.accountCodePrefix?.length ?? 0))[0];
  if (fitting && fitting.id !== region) {
    const inferred = vendor.accountCodePrefixes?.grade === 'inferred' ? ', inferred' : '';
    warnings.push(
      `Account codes that begin with ${fitting.accountCodePrefix} belong to ${fitting.name} (region ${fitting.id}${inferred}), but the region is ${region}.`,
    );
  }
  return warnings;
}

/** Spellings of this account's URLs that a mismatch may turn out to be: other regions, the generic form, other endpoints. */
export function knownUrls(account: Account, vendor: VendorProfile = mimecast): { url: string; what: string }[] {
  return vendor.regions.flatMap((region) => [
    ...vendor.entityIdStyles.map((style) => ({
      url: style.write(region.host, account.accountCode),
      what: `the Identifier of region ${region.id} (${region.name}), ${style.description}`,
    })),
    ...vendor.endpoints.map((endpoint) => ({
      url: `https://${region.host}${endpoint.path}`,
      what: `the Reply URL of region ${region.id} (${region.name}) for ${endpoint.application}`,
    })),
  ]);
}
