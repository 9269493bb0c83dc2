import type { Express } from 'express';
import type { Clock, Random } from '../clock.js';
import type { Assembled } from './assemble.js';
import { type Listening, listen } from './listen.js';
import type { HarnessOptions } from './options.js';
import { isLoopback } from './refuse-unsafe.js';
import { vendorTunnel } from './vendor-tunnel.js';
import type { LocalCertificate } from './verbatim.js';

interface ServerParts extends Pick<Assembled, 'clock' | 'random' | 'places' | 'sp' | 'link' | 'lookAtEntra'> {
  readonly options: HarnessOptions;
  readonly app: Express;
}

export interface Closable {
  close(): Promise<void>;
}

/**
 * Opens every server of a harness and writes down where it is: the service provider, in a verbatim rehearsal the vendor's host names,
 * and the stand-in. Each is in `opened` from the moment it listens, so that it can be closed when a later one fails.
 *
 * @throws HarnessError `CONFIG_INVALID`, `PORT_TAKEN`, `PORT_FORBIDDEN`, `ADDRESS_UNUSABLE`, `DATA_DIR_UNUSABLE`, `REGION_UNKNOWN`.
 */
export async function openServers(parts: ServerParts, opened: Closable[]): Promise<void> {
  const { options } = parts;
  const certificate = options.tls || options.verbatim ? await certificateFor(options, parts) : undefined;
  const served = await openServiceProvider(parts, options.tls ? certificate : undefined);
  opened.push(served);
  if (options.verbatim && certificate) opened.push(await openVendorHosts(parts, certificate, served));
  if (parts.link) opened.push(await openStandIn(parts, parts.link.app));
  parts.lookAtEntra();
}

async function openServiceProvider({ app, options, places }: ServerParts, certificate: LocalCertificate | undefined) {
  const { host = 'localhost' } = options;
  const served = await listen(app, host, options.port ?? 0, '--port', certificate);
  const name = host === '127.0.0.1' || host === '::1' ? bracketed(host) : 'localhost';
  places.serviceProvider = options.publicUrl ?? `${certificate ? 'https' : 'http'}://${name}:${served.port}`;
  return served;
}

/** The TLS listener for the vendor's host names, and the way there for a browser with a PAC file. */
async function openVendorHosts(
  { app, options, places, sp }: ServerParts,
  certificate: LocalCertificate,
  served: Listening,
): Promise<Closable> {
  const { host = 'localhost' } = options;
  const address = host === 'localhost' ? '127.0.0.1' : host;
  const vendor = await listen(app, address, options.tlsPort ?? 0, '--tls-port', certificate);
  const tunnel = vendorTunnel(sp.vendorHosts(), vendor.port, address);
  // Other machines have no business with it, and a proxy over TLS is more than a PAC file can ask of every browser.
  if (isLoopback(host) && !options.tls) served.onConnect(tunnel.onConnect);
  const { spkiFingerprint, authorityPem } = certificate;
  places.tlsPort = vendor.port;
  places.verbatim = { hosts: sp.vendorHosts(), port: vendor.port, spkiFingerprint, authorityPem };
  return { close: async () => void (await Promise.all([vendor.close(), tunnel.close()])) };
}

/** On 127.0.0.1, another site to a browser than `localhost`; beyond loopback it follows the service provider. */
async function openStandIn({ options, places }: ServerParts, app: Express): Promise<Closable> {
  const { host = 'localhost' } = options;
  const served = await listen(app, isLoopback(host) ? '127.0.0.1' : host, options.entraPort ?? 0, '--entra-port');
  places.entra = `http://127.0.0.1:${served.port}`;
  return served;
}

/** Certificates are made only when something listens over TLS. */
async function certificateFor(
  { dataDir, region = 'eu' }: HarnessOptions,
  sources: { readonly clock: Clock; readonly random: Random },
): Promise<LocalCertificate> {
  const { localCertificate } = await import('./verbatim.js');
  return localCertificate(dataDir, region, sources);
}

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);
