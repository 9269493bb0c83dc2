import { join } from 'node:path';
import type { Clock, Random } from '../clock.js';
import { mimecast } from '../sp/mimecast.js';
import { hostOfRegion } from '../sp/region.js';
import type { HostCertificate } from '../tls/authority.js';

/** Names the local authority may vouch for: the vendor's, names below them, and this machine. */
const VOUCHED = ['mimecast.com', 'mimecast-pscom-us.com', 'localhost'];

export interface LocalCertificate extends HostCertificate {
  readonly authorityPem: string;
  readonly hosts: readonly string[];
}

/**
 * The vendor's hosts, the first being that of the region that is rehearsed.
 *
 * @throws HarnessError `REGION_UNKNOWN`.
 */
export function vendorHostsOf(region: string): readonly [string, ...string[]] {
  const hosts = mimecast.regions.map(({ host }) => host);
  const own = hostOfRegion(region, mimecast);
  return [own, ...hosts.filter((host) => host !== own)];
}

/** A week's certificate for the vendor's hosts and this machine, from an authority that can vouch for nothing else. */
export async function localCertificate(
  dataDir: string | undefined,
  region: string,
  sources: { readonly clock: Clock; readonly random: Random },
): Promise<LocalCertificate> {
  const { createAuthority, createHostCertificate } = await import('../tls/authority.js');
  const { storedAuthority } = await import('../tls/stored-authority.js');
  const authority =
    dataDir === undefined
      ? await createAuthority(VOUCHED, sources)
      : await storedAuthority(join(dataDir, 'tls'), VOUCHED, sources);
  const hosts = [...vendorHostsOf(region), 'localhost', '127.0.0.1'] as [string, ...string[]];
  const certificate = await createHostCertificate(authority, hosts, sources);
  return { ...certificate, authorityPem: authority.certificatePem, hosts };
}
