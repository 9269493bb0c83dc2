import type { Clock, Random } from '../clock.js';
import type { NamedContract } from '../contract/contract.js';
import type { KeyVault } from '../entra/key-vault.js';
import type { EntraStandIn } from '../entra/stand-in.js';
import { limitsOf } from '../http/door/limits.js';
import { readTrustedProxies } from '../http/door/trusted-proxies.js';
import type { SetupFacts } from '../http/inspector/deps.js';
import { measuredMemory } from '../http/metrics/measured-memory.js';
import { createMetrics } from '../http/metrics/metrics.js';
import type { ServiceProvider, VerbatimFacts } from '../http/service-provider.js';
import type { Keep } from '../logins/forget-old.js';
import type { Log } from '../logins/log.js';
import type { AnsweredLogin } from '../logins/login.js';
import { createLoginEvents, type LoginEvents } from '../logins/login-events.js';
import { createLoginIds } from '../logins/login-id.js';
import type { Memory } from '../logins/memory.js';
import { present } from '../saml/present.js';
import type { Account } from '../sp/account.js';
import { mimecast } from '../sp/mimecast.js';
import { createSecondOpinion } from '../sp/second-opinion.js';
import { createAccounts } from './accounts.js';
import { createDecryptionKey, type DecryptionKey } from './decryption-key.js';
import { keptDirectory } from './kept-directory.js';
import type { HarnessOptions } from './options.js';
import { DOMAINS, PEOPLE } from './people.js';
import { setupFacts } from './setup-facts.js';
import type { Shelf } from './shelf.js';
import { createSightings } from './tutorial/sightings.js';
import { type Tutorial, watchTutorial } from './tutorial/watch-tutorial.js';
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
  readonly keys: KeyVault;
  readonly shelf: Shelf;
  readonly sessionSecret: string;
  readonly entra?: EntraStandIn;
  /** What every login is held against. */
  readonly contract?: NamedContract;
  readonly writeRecord?: (login: AnsweredLogin) => Promise<void>;
  /** Default: never given. */
  readonly stopping?: AbortSignal;
  /** Takes what is to be called once everything listens, and after every change of the stand-in. */
  readonly watchEntra?: (look: () => void) => void;
}

/** Puts the service provider together: the one place where its parts meet. */
export function composeServiceProvider(parts: Parts): ServiceProvider {
  const { options, log, clock, random } = parts;
  const metrics = createMetrics(() => parts.memory.logins.size().catch(() => undefined));
  const decryption = createDecryptionKey(parts.keys, parts);
  const events = createLoginEvents();
  const tutorial = watchedTutorial(parts, events, decryption);
  parts.watchEntra?.(tutorial.lookAtEntra);
  const { accounts, directory, steps } = tutorial;
  const [main] = accounts;
  const limits = limitsOf(options);
  const settings = (code = main.account().accountCode) =>
    (accounts.find((one) => one.account().accountCode === code) ?? main).settings();
  return {
    clock,
    random,
    memory: measuredMemory(parts.memory, metrics),
    sessionSecret: parts.sessionSecret,
    directory,
    accounts,
    settings,
    profile: main.profile,
    newLoginId: createLoginIds(clock, random),
    events,
    steps,
    keep: retention(options),
    limits,
    messageLimits: limits.message,
    metrics,
    answered: metrics.login,
    trustedProxies: readTrustedProxies(options.trustProxy),
    log,
    secondOpinion: createSecondOpinion(),
    stopping: parts.stopping ?? new AbortController().signal,
    requestBinding: options.requestBinding ?? mimecast.requestBinding.value,
    encryptionCertificate: decryption.certificate,
    ...whereabouts(parts, main.account),
    setup: () => presentSetup(parts, tutorial),
    ...present({ token: options.token, writeRecord: parts.writeRecord }),
  };
}

/** The accounts and the internal directory, with the tutorial looking on. */
function watchedTutorial(parts: Parts, events: LoginEvents, decryption: DecryptionKey): Tutorial {
  const { options, clock, places, entra, shelf, contract } = parts;
  const addresses = options.addresses ?? PEOPLE;
  const domains = [...DOMAINS, ...addresses.map(({ email }) => email.split('@')[1] ?? '')];
  const given = present({ entra, contract });
  return watchTutorial({
    clock,
    events,
    sightings: createSightings(shelf.place('tutorial.json')),
    directory: keptDirectory(shelf.place('internal-directory.json'), { domains, addresses }),
    accounts: createAccounts({ options, shelf, clock, places, decryptionKeys: decryption.existing, ...given }),
    ...present({ entra, idpMetadata: options.idpMetadata }),
  });
}

/** Where the service provider is to be found, asked for at every request: the servers open later. */
function whereabouts(
  { options, places, entra }: Parts,
  account: () => Account,
): Pick<ServiceProvider, 'origin' | 'vendorHosts' | 'verbatim' | 'allowedOrigins' | 'site'> {
  const vendorHosts = () => (options.verbatim ? vendorHostsOf(account().region) : []);
  return {
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
  };
}

async function presentSetup({ places, entra }: Parts, { accounts, directory, steps }: Tutorial): Promise<SetupFacts> {
  const [main] = accounts;
  return setupFacts({
    settings: await main.settings(),
    directory,
    origin: places.serviceProvider,
    accounts: accounts.map((one) => one.account()),
    steps: await steps(main),
    ...present({ standIn: entra && { entra, url: places.entra } }),
  });
}

const KEPT_IN_MEMORY = { logins: 1_000, megabytes: 256 };

function retention({ store = 'memory', retain, retainDays, retainMegabytes }: HarnessOptions): Keep {
  const inMemory = store === 'memory' ? KEPT_IN_MEMORY : undefined;
  const megabytes = retainMegabytes ?? inMemory?.megabytes;
  return present({
    count: retain ?? inMemory?.logins,
    days: retainDays,
    bytes: megabytes === undefined ? undefined : megabytes * 1024 * 1024,
  });
}
