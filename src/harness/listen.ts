import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { HarnessError } from '../errors.js';

/** Certificate and key of a TLS server, PEM. */
export interface TlsIdentity {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

export interface Listening {
  readonly port: number;
  /** Answers CONNECT, which is refused by hanging up otherwise. */
  onConnect(listener: (request: IncomingMessage, client: Duplex, head: Buffer) => void): void;
  close(): Promise<void>;
}

const ATTEMPTS = 5;

/**
 * Listens on one address, or for `localhost` on both loopback addresses with one port, so that `localhost` always answers.
 *
 * @throws HarnessError `PORT_TAKEN`, `ADDRESS_UNUSABLE`.
 */
export async function listen(
  listener: RequestListener,
  host: string,
  port: number,
  flag: string,
  tls?: TlsIdentity,
): Promise<Listening> {
  for (let attempt = 1; ; attempt++) {
    const first = await open(listener, host === 'localhost' ? '127.0.0.1' : host, port, flag, tls);
    const bound = (first.address() as AddressInfo).port;
    if (host !== 'localhost') return listening([first], bound);
    const second = await open(listener, '::1', bound, flag, tls).catch((error: HarnessError) => error);
    if (!(second instanceof HarnessError)) return listening([first, second], bound);
    // A machine without IPv6 has no ::1 to answer on.
    if (second.code === 'ADDRESS_UNUSABLE') return listening([first], bound);
    await closed(first);
    if (port !== 0 || attempt === ATTEMPTS) throw second;
  }
}

function open(
  listener: RequestListener,
  host: string,
  port: number,
  flag: string,
  tls: TlsIdentity | undefined,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const limits = { keepAliveTimeout: 5_000, requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 };
    const server = tls
      ? createTlsServer({ ...limits, cert: tls.certificatePem, key: tls.privateKeyPem }, listener)
      : createServer(limits, listener);
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port, flag)));
    server.listen({ port, host }, () => resolve(server));
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number, flag: string): HarnessError {
  if (error.code === 'EADDRINUSE') {
    return new HarnessError(
      'PORT_TAKEN',
      `Port ${port} is taken by another program.`,
      `Give another port with ${flag}; 0 takes any free one.`,
      { cause: error },
    );
  }
  const remedy =
    error.code === 'EACCES'
      ? `Ports below 1024 need privileges; give a higher one with ${flag}.`
      : 'Give an address of this machine with --host.';
  return new HarnessError(
    error.code === 'EACCES' ? 'PORT_FORBIDDEN' : 'ADDRESS_UNUSABLE',
    `Cannot listen on ${host}:${port}: ${error.message}`,
    remedy,
    { cause: error },
  );
}

const listening = (servers: readonly Server[], port: number): Listening => ({
  port,
  onConnect(listener) {
    for (const server of servers) server.on('connect', listener);
  },
  close: async () => void (await Promise.all(servers.map(closed))),
});

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // Answers on their way may finish; what never ends by itself (live updates) is ended.
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
}
