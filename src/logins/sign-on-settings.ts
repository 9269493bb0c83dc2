import type { NamedContract } from '../contract/contract.js';
import type { IdentityProvider } from '../saml/parties.js';
import type { Account } from '../sp/account.js';
import type { AuthenticationProfile } from '../sp/authentication-profile.js';
import type { VendorProfile } from '../sp/profile.js';

/** Everything a verdict depends on, as it is at one moment. */
export interface SignOnSettings {
  readonly account: Account;
  readonly vendor: VendorProfile;
  readonly profile: AuthenticationProfile;
  /** From the profile: certificates parsed. */
  readonly identityProvider: IdentityProvider;
  readonly decryptionKeys: readonly string[];
  readonly clockSkewMs: number;
  /** What every login has to carry, when a claim contract was given. */
  readonly contract?: NamedContract;
  /** What the stand-in has registered for this application, when it is the IdP; for the lint of our own request. */
  readonly registered?: { readonly identifiers: readonly string[]; readonly replyUrls: readonly string[] };
}
