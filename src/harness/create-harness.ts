import type { Express } from 'express';
import type { EntraStandIn } from '../entra/stand-in.js';
import { createServiceProviderApp } from '../http/app.js';
import type { ServiceProvider, VerbatimFacts } from '../http/service-provider.js';
import type { AnsweredLogin } from '../logins/login.js';
import { beginRsaKey } from '../saml/generate-rsa-key.js';
import { present } from '../saml/present.js';
import { refuseWrongAccounts } from './accounts.js';
import { type Assembled, assemble } from './assemble.js';
import { refuseUnknownOptions } from './known-options.js';
import { createLoginDesk, type HarnessLogins, harnessLogins, type WaitOptions } from './login-desk.js';
import { type MetadataMonitor, monitorMetadata } from './monitor-metadata.js';
import { type Closable, openServers } from './open-servers.js';
import type { HarnessOptions } from './options.js';
import type { ProbeOptions, ProbeReport } from './probe/probe-options.js';
import { refuseUnsafe } from './refuse-unsafe.js';
import { type SignInOptions, signIn } from './sign-in.js';

/** A service provider and, unless left out, a stand-in for Entra ID, listening. */
export interface Harness extends AsyncDisposable {
  /** The service provider as an Express application; supertest takes it as it is. */
  readonly app: Express;
  /** Origin of the service provider and the inspector. */
  readonly url: string;
  /** The stand-in; absent with `entra: false`. */
  readonly entra: EntraStandIn & { readonly url: string };
  /** Every login so far, to be listed, found, removed and exported; `close` is the harness’s own business. */
  readonly logins: HarnessLogins;
  /** In a verbatim rehearsal: how a browser finds the vendor's host names here. */
  readonly verbatim?: VerbatimFacts;
  /** The service provider itself: its accounts, directory, events and stores, as the pages and the API use them. */
  readonly serviceProvider: ServiceProvider;
  /**
   * A whole login without a browser: signs in at the stand-in and posts its answer to the service provider. A response that is refused
   * is an answered login too, with `accepted: false`.
   *
   * @throws HarnessError `ENTRA_REFUSED` when the stand-in shows an AADSTS page instead of answering, `FAULT_UNKNOWN`,
   *   `ACCOUNT_UNKNOWN`, `NO_LOGIN_URL`, `NO_STAND_IN`, `METADATA_UNREACHABLE`, `METADATA_UNUSABLE`.
   */
  signIn(options?: SignInOptions): Promise<AnsweredLogin>;
  /**
   * The next login anybody completes, accepted or refused.
   *
   * @throws HarnessError `NO_LOGIN` when none came in `timeoutMs` (default 30,000).
   */
  nextLogin(options?: WaitOptions): Promise<AnsweredLogin>;
  /**
   * The oldest answered login that was not taken before, each once, in the order in which they came; waits when there is none.
   *
   * @throws HarnessError `NO_LOGIN` when none came in `timeoutMs` (default 30,000).
   */
  takeLogin(options?: WaitOptions): Promise<AnsweredLogin>;
  /**
   * Tries every fault on another service provider, which trusts this harness's stand-in (`harness.entra.metadata()`).
   *
   * @throws HarnessError `HOST_NOT_YOURS`, `PROBE_CONTROL_FAILED`, `ARGUMENT_INVALID`, `FAULT_UNKNOWN`.
   */
  probe(options: ProbeOptions): Promise<ProbeReport>;
  /** Ends both servers and closes the store; a second call does nothing. */
  stop(): Promise<void>;
}

/** A stand-in that keeps nothing signs with a key nobody has made before. */
const needsNewKey = ({ entra, dataDir, store = 'memory' }: HarnessOptions) =>
  entra !== false && dataDir === undefined && store === 'memory';

/**
 * Starts a harness: in memory, on free ports, with its own key, unless told otherwise. Nothing is left open when it throws.
 *
 * Metadata of `idpMetadata` is read when the Authentication Profile is first needed, not here.
 *
 * @throws HarnessError `CONFIG_INVALID` and `REGION_UNKNOWN` for a wrong option; `TOKEN_REQUIRED`, `TOKEN_WEAK`, `TEST_IDP_EXPOSED` and
 *   `TEST_IDP_IN_PRODUCTION` for one that would open what should be closed; `PORT_TAKEN`, `PORT_FORBIDDEN`, `ADDRESS_UNUSABLE`;
 *   `STORE_UNUSABLE`, `DATA_DIR_UNUSABLE`, `RECORD_UNWRITABLE`; `CONTRACT_UNREADABLE`, `CONTRACT_INVALID`, `SEED_UNREADABLE`,
 *   `SEED_INVALID`, `TENANT_UNREADABLE`, `DIRECTORY_UNREADABLE` for a file.
 */
export async function createHarness(options: HarnessOptions = {}): Promise<Harness> {
  refuseUnknownOptions(options);
  refuseUnsafe(options, process.env['NODE_ENV']);
  refuseWrongAccounts(options);
  if (needsNewKey(options)) beginRsaKey();
  const parts = await assemble(options);
  const app = createServiceProviderApp(parts.sp);
  const monitors = monitorEveryProfile(parts, options);
  const servers: Closable[] = [];
  const stop = once(async () => {
    parts.stopping.abort();
    for (const monitor of monitors) monitor.stop();
    await Promise.all(servers.map((server) => server.close()));
    await parts.sp.secondOpinion.close();
    await parts.memory.logins.close();
  });
  try {
    await openServers({ ...parts, options, app }, servers);
  } catch (error) {
    await stop();
    throw error;
  }
  return harnessOf(parts, app, stop);
}

function harnessOf(parts: Assembled, app: Express, stop: () => Promise<void>): Harness {
  const { places, link, sp, memory, stopping } = parts;
  return {
    app,
    url: places.serviceProvider,
    entra: link ? Object.assign(link.standIn, { url: places.entra }) : (undefined as never),
    logins: harnessLogins(memory.logins),
    ...present({ verbatim: places.verbatim }),
    serviceProvider: sp,
    signIn: (how) => signIn(sp, link?.standIn, how),
    probe: (what) => probeFrom(parts, what),
    ...createLoginDesk({
      events: sp.events,
      logins: memory.logins,
      stopping: stopping.signal,
      url: places.serviceProvider,
    }),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Each account's own Metadata URL is monitored. */
function monitorEveryProfile({ sp, clock }: Assembled, options: HarnessOptions): MetadataMonitor[] {
  return sp.accounts.map(({ account, profile }) =>
    monitorMetadata({
      profile,
      events: sp.events,
      clock,
      isOurs: ({ accountCode }) => accountCode === account().accountCode,
      ...present({ scheduler: options.scheduler, intervalMs: options.monitorIntervalMs }),
    }),
  );
}

async function probeFrom({ clock, random, keys, places, link }: Assembled, what: ProbeOptions): Promise<ProbeReport> {
  const { probe } = await import('./probe/probe.js');
  const sources = { clock, random, keys, origin: () => places.entra };
  return probe(what, { ...sources, ...present({ tenantId: link?.standIn.tenant.id }) });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
