import type { Clock } from '../clock.js';
import type { NamedContract } from '../contract/contract.js';
import type { EntraStandIn } from '../entra/stand-in.js';
import { HarnessError } from '../errors.js';
import type { RehearsedAccount } from '../http/service-provider.js';
import { present } from '../saml/present.js';
import { type Account, accountOf } from '../sp/account.js';
import { mimecast } from '../sp/mimecast.js';
import { hostOfRegion } from '../sp/region.js';
import type { HarnessOptions } from './options.js';
import { createProfileHolder } from './profile-holder.js';
import { isLoopback } from './refuse-unsafe.js';
import type { Shelf } from './shelf.js';

interface AccountParts {
  readonly options: HarnessOptions;
  readonly clock: Clock;
  readonly places: { readonly serviceProvider: string };
  /** PEM private keys for encrypted assertions; asked for at every login. */
  readonly decryptionKeys: () => Promise<readonly string[]>;
  readonly entra?: EntraStandIn;
  readonly contract?: NamedContract;
  readonly shelf: Shelf;
}

/**
 * The accounts of a harness, the main one first. `entityId` is the main one's only; a Reply URL belongs to the vendor, so all
 * share it.
 */
export function accountsOf(
  { accountCode = 'C46A75', region = 'eu', accounts = [], ...options }: HarnessOptions,
  origin: string,
): readonly [Account, ...Account[]] {
  const shared = { origin, ...present({ verbatim: options.verbatim, assertionConsumerServiceUrl: options.acsUrl }) };
  const further = accounts.map((account) => accountOf({ ...account, ...shared }));
  return [accountOf({ accountCode, region, ...shared, ...present({ entityId: options.entityId }) }), ...further];
}

/** Each account with its own Authentication Profile, in a file of its own. */
export function createAccounts(parts: AccountParts): readonly [RehearsedAccount, ...RehearsedAccount[]] {
  const { options, places } = parts;
  const [main, ...further] = accountsOf(options, places.serviceProvider);
  return [
    rehearsed(parts, main.accountCode, 0),
    ...further.map((one, at) => rehearsed(parts, one.accountCode, at + 1)),
  ];
}

/** Where the server listens is known only later, so an account is looked up whenever it is asked for; and it is asked for often. */
function rehearsed(parts: AccountParts, code: string, at: number): RehearsedAccount {
  const { options, shelf, clock, places, decryptionKeys, entra, contract } = parts;
  const name = at === 0 ? 'authentication-profile.json' : `authentication-profile-${code}.json`;
  const profile = createProfileHolder({
    clock,
    refusePrivate: !isLoopback(options.host),
    ...present({ initial: options.profile, idpMetadata: options.idpMetadata, resolve: options.resolve }),
    place: shelf.place(name),
    ...(entra
      ? { standIn: async () => ({ metadataUrl: entra.metadataUrl(), metadataXml: await entra.metadata({}) }) }
      : {}),
  });
  let known: { readonly origin: string; readonly account: Account } | undefined;
  const account = () => {
    const origin = places.serviceProvider;
    if (known?.origin === origin) return known.account;
    const all = accountsOf(options, origin);
    known = { origin, account: all[at] ?? all[0] };
    return known.account;
  };
  return {
    account,
    profile,
    settings: async () => ({
      account: account(),
      vendor: mimecast,
      profile: await profile.get(),
      identityProvider: await profile.identityProvider(),
      decryptionKeys: await decryptionKeys(),
      clockSkewMs: options.clockSkewMs ?? 180_000,
      ...present({ contract }),
      ...(entra && options.idpMetadata === undefined
        ? { registered: { identifiers: entra.application.identifiers, replyUrls: entra.application.replyUrls } }
        : {}),
    }),
  };
}

/**
 * Two accounts of one code would share an address and a file, in whatever case they are written.
 *
 * @throws HarnessError `CONFIG_INVALID`, `REGION_UNKNOWN`.
 */
export function refuseWrongAccounts({ accountCode = 'C46A75', region = 'eu', accounts = [] }: HarnessOptions): void {
  const seen = new Set<string>();
  for (const one of [{ accountCode, region }, ...accounts]) {
    hostOfRegion(one.region);
    const code = one.accountCode;
    const key = code.toUpperCase();
    if (!/^[A-Z0-9]{2,32}$/.test(key)) {
      const remedy = 'Take it from Administration > Account > Account Settings.';
      throw new HarnessError('CONFIG_INVALID', `"${code}" is no account code: letters and digits.`, remedy);
    }
    if (seen.has(key)) {
      const remedy = 'Name each account once, in accountCode or in accounts.';
      throw new HarnessError('CONFIG_INVALID', `The account ${code} is there twice.`, remedy);
    }
    seen.add(key);
  }
}
