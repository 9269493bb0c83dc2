import type { ExpectedServiceProvider } from '../diagnosis/expectations.js';
import type { VendorProfile } from '../sp/profile.js';

type Rules = 'profile' | 'responseMustBeSigned' | 'assertionMustBeSigned' | 'nameIdMustBeEmail';

/** What a vendor's service provider demands of every message, whoever's login it is. */
export const vendorRules = (vendor: VendorProfile): Pick<ExpectedServiceProvider, Rules> => ({
  profile: vendor.id,
  responseMustBeSigned: vendor.responseMustBeSigned.value,
  assertionMustBeSigned: vendor.assertionMustBeSigned.value,
  nameIdMustBeEmail: vendor.nameIdMustBeEmail.value,
});
