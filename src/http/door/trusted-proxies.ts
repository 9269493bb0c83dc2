import { isIP } from 'node:net';
import { HarnessError } from '../../errors.js';

/** What Express' `trust proxy` takes: false for nobody, a number of proxies in a row, or their addresses. */
export type TrustedProxies = false | number | readonly string[];

const NAMED = ['loopback', 'linklocal', 'uniquelocal'];
const MAX_HOPS = 9;

/**
 * Whose X-Forwarded-* and X-Request-Id headers are believed. "Everybody" cannot be said: then anybody could write them.
 *
 * @param text Addresses or networks with commas between them, `loopback`, `linklocal`, `uniquelocal`, or how many proxies stand in a row.
 * @throws HarnessError `CONFIG_INVALID`.
 */
export function readTrustedProxies(text: string | undefined): TrustedProxies {
  if (text === undefined) return false;
  if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_HOPS) return Number(text);
  const proxies = text.split(',').map((entry) => entry.trim());
  const unreadable = proxies.find((entry) => !NAMED.includes(entry) && !isNetwork(entry));
  if (unreadable === undefined) return proxies;
  throw new HarnessError(
    'CONFIG_INVALID',
    `--trust-proxy ${unreadable.slice(0, 80)} is neither an address nor a network.`,
    'Name the proxies, such as 10.0.0.5 or 10.0.0.0/24 or loopback, or say how many stand in a row, such as 1.',
  );
}

function isNetwork(text: string): boolean {
  const [address = '', mask, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  if (mask === undefined) return true;
  // A mask of 0 would be everybody.
  return /^\d+$/.test(mask) && Number(mask) >= 1 && Number(mask) <= (version === 4 ? 32 : 128);
}
