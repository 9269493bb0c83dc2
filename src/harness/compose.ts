import { join } from 'node:path';
import type { Clock, Random } from '../clock.js';
import type { EntraStandIn } from '../entra/stand-in.js';
import type { ServiceProvider, VerbatimFacts } from '../http/service-provider.js';
import type { Log } from '../logins/log.js';
import { createLoginEvents } from '../logins/login-events.js';
import { createLoginIds } from '../logins/login-id.js';
import type { Memory } from '../logins/open-sqlite.js';
import { defined } from '../logins/views.js';
import { accountOf } from '../sp/account.js';
import { mimecast } from '../sp/mimecast.js';
import { createSecondOpinion } from '../sp/second-opinion.js';
import { keptDirectory } from './kept-directory.js';
import type { HarnessOptions } from './options.js';
import { DOMAINS, PEOPLE } from './people.js';
import { createProfileHolder } from './profile-holder.js';
import { isLoopback } from './refuse-unsafe.js';
import { setupFacts } from './setup-facts.js';
import { vendorHostsOf } from './verbatim.js';

/** Where things are, known once the servers listen. */
export interface Places {
  serviceProvider: string;
  entra: string;
  /** Of the listener for the vendor's host names. */
  tlsPort: number;
  verbatim?: VerbatimFacts;
}

export interface Parts {
  readonly options: HarnessOptions;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
  readonly memory: Memory;
  readonly places: Places;
  readonly entra?: EntraStandIn;
}

/** Puts the service provider together: the one place where its parts meet. */
export function composeServiceProvider({ options, log, clock, random, memory, places, entra }: Parts): ServiceProvider {
  const profile = createProfileHolder({
    clock,
    refusePrivate: !isLoopback(options.host),
    ...defined({ initial: options.profile, idpMetadata: options.idpMetadata, resolve: options.resolve }),
    ...(options.dataDir === undefined ? {} : { file: join(options.dataDir, 'authentication-profile.json') }),
    ...(entra
      ? { standIn: async () => ({ metadataUrl: entra.metadataUrl(), metadataXml: await entra.metadata({}) }) }
      : {}),
  });
  const addresses = options.addresses ?? PEOPLE;
  const directory = keptDirectory(
    options.dataDir === undefined ? undefined : join(options.dataDir, 'internal-directory.json'),
    {
      domains: [...DOMAINS, ...addresses.map(({ email }) => email.split('@')[1] ?? '')],
      addresses,
    },
  );
  const account = () =>
    accountOf({
      accountCode: options.accountCode ?? 'C46A75',
      region: options.region ?? 'eu',
      origin: places.serviceProvider,
      ...defined({
        verbatim: options.verbatim,
        entityId: options.entityId,
        assertionConsumerServiceUrl: options.acsUrl,
      }),
    });
  const vendorHosts = () => (options.verbatim ? vendorHostsOf(account().region) : []);
  const settings = async () => ({
    account: account(),
    vendor: mimecast,
    profile: await profile.get(),
    identityProvider: await profile.identityProvider(),
    decryptionKeys: [],
    clockSkewMs: options.clockSkewMs ?? 180_000,
    ...(entra && options.idpMetadata === undefined
      ? { registered: { identifiers: entra.application.identifiers, replyUrls: entra.application.replyUrls } }
      : {}),
  });
  return {
    clock,
    random,
    memory,
    directory,
    settings,
    profile,
    newLoginId: createLoginIds(clock, random),
    events: createLoginEvents(),
    keep: retention(options),
    log,
    secondOpinion: createSecondOpinion(),
    requestBinding: options.requestBinding ?? mimecast.requestBinding.value,
    origin: () => places.serviceProvider,
    vendorHosts,
    verbatim: () => places.verbatim,
    allowedOrigins: () => [
      ...(options.publicUrl === undefined ? [] : [options.publicUrl]),
      ...vendorHosts().flatMap((host) => [`https://${host}`, `https://${host}:${places.tlsPort}`]),
    ],
    site: () => ({
      accountCode: account().accountCode,
      region: account().region,
      inspectorUrl: places.serviceProvider,
      signOnUrl: options.verbatim ? account().assertionConsumerServiceUrl : `${places.serviceProvider}/login/saml`,
      ...(entra ? { entraUrl: places.entra } : {}),
    }),
    setup: async () =>
      setupFacts(await settings(), directory, places.serviceProvider, entra && { entra, url: places.entra }),
    ...defined({ token: options.token }),
  };
}

const KEPT_IN_MEMORY = 1_000;

function retention({ store = 'memory', retain, retainDays }: HarnessOptions): { count?: number; days?: number } {
  return defined({ count: retain ?? (store === 'memory' ? KEPT_IN_MEMORY : undefined), days: retainDays });
}
