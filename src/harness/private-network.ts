import { BlockList, isIP } from 'node:net';

const PRIVATE = new BlockList();
const V4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
];
const V6: readonly [string, number][] = [
  ['::', 128],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
];
for (const [network, bits] of V4) PRIVATE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of V6) PRIVATE.addSubnet(network, bits, 'ipv6');

/** Prefixes under which an IPv4 address travels inside an IPv6 one: mapped (RFC 4291), NAT64 (RFC 6052), 6to4 (RFC 3056). */
const CARRIERS = new BlockList();
CARRIERS.addSubnet('64:ff9b::', 96, 'ipv6');
CARRIERS.addSubnet('2002::', 16, 'ipv6');

/**
 * Whether an address literal is of this machine or of a private network: RFC 1918, 6598, 3927, 4193, loopback and link-local.
 * What is no address literal is not private.
 */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '');
  const family = isIP(bare);
  if (family === 0) return false;
  if (family === 4) return PRIVATE.check(bare, 'ipv4');
  // The list of IPv4 networks answers for mapped addresses (::ffff:10.0.0.1) too.
  return PRIVATE.check(bare, 'ipv6') || CARRIERS.check(bare, 'ipv6');
}
