import type { Express } from 'express';
import { type Clock, type Random, systemClock, systemRandom } from '../clock.js';
import type { EntraStandIn } from '../entra/stand-in.js';
import { createServiceProviderApp } from '../http/app.js';
import type { ServiceProvider, VerbatimFacts } from '../http/service-provider.js';
import type { AnsweredLogin } from '../logins/login.js';
import { defined } from '../logins/views.js';
import { refuseWrongAccounts } from './accounts.js';
import { composeServiceProvider, type Places } from './compose.js';
import { createLog } from './create-log.js';
import { createEntraLink } from './entra-link.js';
import { givenContract } from './given-contract.js';
import { refuseUnknownOptions } from './known-options.js';
import { listen } from './listen.js';
import { createLoginDesk, type HarnessLogins, harnessLogins, type WaitOptions } from './login-desk.js';
import { monitorMetadata } from './monitor-metadata.js';
import { openState } from './open-state.js';
import type { HarnessOptions } from './options.js';
import type { ProbeOptions, ProbeReport } from './probe/probe-options.js';
import { recordFolder } from './record-folder.js';
import { isLoopback, refuseUnsafe } from './refuse-unsafe.js';
import { type SignInOptions, signIn } from './sign-in.js';
import { vendorTunnel } from './vendor-tunnel.js';

/** A service provider and, unless left out, a stand-in for Entra ID, listening. */
export interface Harness extends AsyncDisposable {
  /** The service provider as an Express application; supertest takes it as it is. */
  readonly app: Express;
  /** Origin of the service provider and the inspector. */
  readonly url: string;
  /** The stand-in; absent with `entra: false`. */
  readonly entra: EntraStandIn & { readonly url: string };
  readonly logins: HarnessLogins;
  /** In a verbatim rehearsal: how a browser finds the vendor's host names here. */
  readonly verbatim?: VerbatimFacts;
  readonly serviceProvider: ServiceProvider;
  /** A whole login without a browser. */
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

/**
 * Starts a harness: in memory, on free ports, with its own key, unless told otherwise.
 *
 * @throws HarnessError `CONFIG_INVALID`, `PORT_TAKEN`, `ADDRESS_UNUSABLE`, `STORE_UNUSABLE`, `DATA_DIR_UNUSABLE`, `METADATA_UNREACHABLE`, `METADATA_UNUSABLE`,
 *   `TOKEN_REQUIRED`, `CONTRACT_UNREADABLE`, `CONTRACT_INVALID`, `RECORD_UNWRITABLE`, `REGION_UNKNOWN`.
 */
export async function createHarness(options: HarnessOptions = {}): Promise<Harness> {
  refuseUnknownOptions(options);
  refuseUnsafe(options, process.env['NODE_ENV']);
  refuseWrongAccounts(options);
  const { clock = systemClock, random = systemRandom, host = 'localhost' } = options;
  const contract = options.contract === undefined ? undefined : await givenContract(options.contract);
  const writeRecord = options.record === undefined ? undefined : await recordFolder(options.record);
  const log = await createLog(options.logLevel);
  const { memory, keys, tenant, ...state } = await openState(options, random, log);
  const places: Places = { serviceProvider: '', entra: '', tlsPort: 0 };
  let lookAtEntra: () => void = () => undefined;
  const link =
    tenant && createEntraLink({ clock, random, log, keys, places, options, tenant, changed: () => lookAtEntra() });
  const stopping = new AbortController();
  const sp = composeServiceProvider({
    stopping: stopping.signal,
    options,
    keys,
    ...state,
    log,
    clock,
    random,
    memory,
    places,
    watchEntra: (look) => {
      lookAtEntra = look;
    },
    ...defined({ entra: link?.standIn, contract, writeRecord }),
  });
  // What another harness on the same database recorded is news here as well.
  memory.news?.onLogin((login) => (login.state === 'answered' ? sp.events.emit(login) : sp.events.emitBegun(login)));
  const app = createServiceProviderApp(sp);
  const monitors = sp.accounts.map(({ account, profile }) =>
    monitorMetadata({
      profile,
      events: sp.events,
      clock,
      isOurs: ({ accountCode }) => accountCode === account().accountCode,
      ...defined({ scheduler: options.scheduler, intervalMs: options.monitorIntervalMs }),
    }),
  );
  const servers: { close(): Promise<void> }[] = [];
  const stop = once(async () => {
    stopping.abort();
    for (const monitor of monitors) monitor.stop();
    await Promise.all(servers.map((server) => server.close()));
    await sp.secondOpinion.close();
    await memory.logins.close();
  });
  try {
    const certificate = options.tls || options.verbatim ? await certificateFor(options, { clock, random }) : undefined;
    const served = await listen(app, host, options.port ?? 0, '--port', options.tls ? certificate : undefined);
    servers.push(served);
    places.serviceProvider =
      options.publicUrl ??
      `${options.tls ? 'https' : 'http'}://${host === '127.0.0.1' || host === '::1' ? bracketed(host) : 'localhost'}:${served.port}`;
    if (options.verbatim && certificate) {
      const vendor = await listen(
        app,
        host === 'localhost' ? '127.0.0.1' : host,
        options.tlsPort ?? 0,
        '--tls-port',
        certificate,
      );
      const tunnel = vendorTunnel(sp.vendorHosts(), vendor.port, host === 'localhost' ? '127.0.0.1' : host);
      // Other machines have no business with it, and a proxy over TLS is more than a PAC file can ask of every browser.
      if (isLoopback(host) && !options.tls) served.onConnect(tunnel.onConnect);
      servers.push(vendor, tunnel);
      places.tlsPort = vendor.port;
      places.verbatim = {
        hosts: sp.vendorHosts(),
        port: vendor.port,
        spkiFingerprint: certificate.spkiFingerprint,
        authorityPem: certificate.authorityPem,
      };
    }
    if (link) {
      const entraServer = await listen(link.app, entraHost(host), options.entraPort ?? 0, '--entra-port');
      servers.push(entraServer);
      places.entra = `http://127.0.0.1:${entraServer.port}`;
      lookAtEntra();
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    app,
    url: places.serviceProvider,
    entra: link ? Object.assign(link.standIn, { url: places.entra }) : (undefined as never),
    logins: harnessLogins(memory.logins),
    ...(places.verbatim ? { verbatim: places.verbatim } : {}),
    serviceProvider: sp,
    signIn: (how) => signIn(sp, link?.standIn, how),
    async probe(what) {
      const { probe } = await import('./probe/probe.js');
      return probe(what, {
        clock,
        random,
        keys,
        origin: () => places.entra,
        ...defined({ tenantId: link?.standIn.tenant.id }),
      });
    },
    ...createLoginDesk({ events: sp.events, stopping: stopping.signal, url: places.serviceProvider }),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Certificates are made only when something listens over TLS. */
async function certificateFor(options: HarnessOptions, sources: { readonly clock: Clock; readonly random: Random }) {
  const { localCertificate } = await import('./verbatim.js');
  return localCertificate(options.dataDir, options.region ?? 'eu', sources);
}

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

/** The stand-in stays on 127.0.0.1, another site to a browser than `localhost`; beyond loopback it follows the service provider. */
const entraHost = (host: string) => (['localhost', '127.0.0.1', '::1'].includes(host) ? '127.0.0.1' : host);

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
