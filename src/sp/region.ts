import { HarnessError } from '../errors.js';
import { mimecast } from './mimecast.js';
import type { VendorProfile, VendorRegion } from './profile.js';
import { regionNamed } from './vendors.js';

/**
 * The vendor's host of a region. A vendor without regions has a host that only `entityId` and Reply URL can name: empty.
 *
 * @throws HarnessError `REGION_UNKNOWN` with the region that was probably meant.
 */
export function hostOfRegion(id: string, vendor: VendorProfile = mimecast): string {
  const region = regionNamed(vendor, id);
  if (region) return region.host;
  if (vendor.regions.length === 0) return '';
  throw new HarnessError('REGION_UNKNOWN', `There is no region ${whyNoRegion(id, vendor)}`, whatToDo(vendor));
}

/** What was given, what was probably meant by it, and which regions there are. */
export function whyNoRegion(given: string, vendor: VendorProfile = mimecast): string {
  const meant = meantRegion(given, vendor);
  const suggestion = meant === undefined ? '' : `; did you mean ${meant.id} (${meant.name})?`;
  const known = vendor.regions.map(({ id, name }) => `${id} (${name})`).join(', ');
  return `"${given.slice(0, 64)}"${suggestion || '.'} Known of ${vendor.name}: ${known}.`;
}

const whatToDo = ({ name }: VendorProfile): string =>
  `Give the region of the account. A host of ${name} that is not among them can be named in full: --entity-id and --acs-url, whatever the region.`;

/** By capitals, host, name, or the letters account codes of a region begin with: `uk` and `CUK` are Europe's. */
function meantRegion(given: string, { regions }: VendorProfile): VendorRegion | undefined {
  const wanted = given.trim().toLowerCase();
  const spellings = ({ id, host, name, accountCodePrefix = '' }: VendorRegion) => [
    id,
    host,
    host.split('.')[0],
    name,
    name.replace(/ \(.*/, ''),
    accountCodePrefix,
    accountCodePrefix.slice(1),
  ];
  return regions.find((region) => spellings(region).some((one) => one?.toLowerCase() === wanted));
}
