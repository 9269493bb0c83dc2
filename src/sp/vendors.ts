import { generic } from './generic.js';
import { mimecast } from './mimecast.js';
import type { VendorProfile, VendorRegion } from './profile.js';

/** Every vendor the harness can be. A further one is one data file and one line here. */
export const vendors: readonly VendorProfile[] = [mimecast, generic];

export function vendorNamed(id: VendorProfile['id']): VendorProfile {
  return vendors.find((vendor) => vendor.id === id) ?? generic;
}

/** The vendor whose entityIDs look like this one; generic when nothing is known. */
export function vendorOf(entityId: string | undefined): VendorProfile {
  return entityId === undefined ? generic : (vendors.find((vendor) => vendor.recognizes(entityId)) ?? generic);
}

export function regionNamed(vendor: VendorProfile, id: string): VendorRegion | undefined {
  return vendor.regions.find((region) => region.id === id);
}
