/** Mimecast's internal directory: who may sign in, by primary address. In memory; whoever keeps it longer, keeps it elsewhere. */

import { HarnessError } from '../errors.js';

/** Administration > Directories > Internal Directories > New Address. Passwords are never kept. */
export interface Address {
  /** Primary address: what the NameID has to be. */
  readonly email: string;
  /** Name that is shown. */
  readonly globalName: string;
  /** Role Edit. */
  readonly roles: readonly string[];
  /** Of the dialog; it does nothing to a SAML login. */
  readonly forceChangeAtLogin?: boolean;
}

export interface Directory {
  readonly domains: readonly string[];
  readonly addresses: readonly Address[];
  addDomain(domain: string): void;
  /** @throws HarnessError `ADDRESS_INVALID`, `DOMAIN_UNKNOWN`. An address that is there is replaced. */
  addAddress(address: Address): void;
  removeAddress(email: string): boolean;
  /** By primary address, without regard to case (a choice of the harness; Mimecast's is not known). */
  find(email: string): Address | undefined;
  /** The address that comes nearest, for an explanation. */
  nearest(email: string): Address | undefined;
}

export function createDirectory(initial: {
  readonly domains: readonly string[];
  readonly addresses: readonly Address[];
}): Directory {
  const domains = new Set(initial.domains.map((domain) => domain.toLowerCase()));
  const addresses = new Map(initial.addresses.map((address) => [address.email.toLowerCase(), address]));
  return {
    get domains() {
      return [...domains];
    },
    get addresses() {
      return [...addresses.values()];
    },
    addDomain: (domain) => void domains.add(domain.trim().toLowerCase()),
    addAddress(address) {
      requireRegistered(domainOfAddress(address.email), domains);
      addresses.set(address.email.toLowerCase(), address);
    },
    removeAddress: (email) => addresses.delete(email.toLowerCase()),
    find: (email) => addresses.get(email.toLowerCase()),
    nearest: (email) => nearestOf([...addresses.values()], email),
  };
}

/** In lower case. @throws HarnessError `ADDRESS_INVALID`. */
export function domainOfAddress(email: string): string {
  const domain = /^[^@\s]+@([^@\s]+)$/.exec(email)?.[1]?.toLowerCase();
  if (domain !== undefined) return domain;
  throw new HarnessError(
    'ADDRESS_INVALID',
    `"${email}" is not an email address.`,
    'Give an address like B.Simon@contoso.com.',
  );
}

function requireRegistered(domain: string, domains: ReadonlySet<string>): void {
  if (domains.has(domain)) return;
  throw new HarnessError(
    'DOMAIN_UNKNOWN',
    `The domain ${domain} is not registered in the internal directory.`,
    'Register it first with New Domain.',
  );
}

/** The same name before the @, or most of its beginning at the same domain; else nobody is near. */
function nearestOf(addresses: readonly Address[], email: string): Address | undefined {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const score = (address: Address) => {
    const [otherLocal = '', otherDomain = ''] = address.email.toLowerCase().split('@');
    return (
      (otherLocal === local ? 4 : sharedStart(otherLocal, local) / Math.max(local.length, 1)) +
      (otherDomain === domain ? 1 : 0)
    );
  };
  return addresses
    .map((address) => ({ address, score: score(address) }))
    .filter((candidate) => candidate.score >= 1.5)
    .sort((a, b) => b.score - a.score)[0]?.address;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
