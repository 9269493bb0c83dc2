import { generic } from './generic.js';
import { mimecast } from './mimecast.js';
import type { VendorProfile, VendorRegion } from './profile.js';

/** Every vendor the harness can be. A further one is one data file and one line here. */
export const vendors: readonly VendorProfile[] = [mimecast, generic];

/** The vendor of that id; where vendors share the id `generic`, the one whose entityIDs look like this one. */
export function vendorNamed(id: VendorProfile['id'], entityId?: string, all = vendors): VendorProfile {
  const sharing = all.filter((vendor) => vendor.id === id);
  const isMeant = (vendor: VendorProfile) => entityId !== undefined && vendor.recognizes(entityId);
  return sharing.find(isMeant) ?? sharing.at(-1) ?? generic;
}

/** The vendor whose entityIDs look like this one; generic when nothing is known. */
export function vendorOf(entityId: string | undefined): VendorProfile {
  return entityId === undefined ? generic : (vendors.find((vendor) => vendor.recognizes(entityId)) ?? generic);
}

export function regionNamed(vendor: VendorProfile, id: string): VendorRegion | undefined {
  return vendor.regions.find((region) => region.id === id);
}
