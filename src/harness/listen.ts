import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { HarnessError } from '../errors.js';
import {
  createHttpServer,
  type DrainingServer,
  HTTP_LIMITS,
  type HttpLimits,
  type TlsIdentity,
} from './http-server.js';

export type { TlsIdentity };

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
 * @param flag the command line's, for the remedy
 * @throws HarnessError `CONFIG_INVALID`, `PORT_TAKEN`, `PORT_FORBIDDEN`, `ADDRESS_UNUSABLE`.
 */
export async function listen(
  listener: RequestListener,
  host: string,
  port: number,
  flag: string,
  tls?: TlsIdentity,
  limits: HttpLimits = HTTP_LIMITS,
): Promise<Listening> {
  refuseNoPort(port, flag);
  const openAt = (address: string, at: number) => open(createHttpServer(listener, limits, tls), address, at, flag);
  for (let attempt = 1; ; attempt++) {
    const first = await openAt(host === 'localhost' ? '127.0.0.1' : host, port);
    const bound = (first.server.address() as AddressInfo).port;
    if (host !== 'localhost') return listening([first], bound);
    const second = await openAt('::1', bound).catch((error: HarnessError) => error);
    if (!(second instanceof HarnessError)) return listening([first, second], bound);
    // A machine without IPv6 has no ::1 to answer on.
    if (second.code === 'ADDRESS_UNUSABLE') return listening([first], bound);
    await first.close();
    if (port !== 0 || attempt === ATTEMPTS) throw second;
  }
}

function refuseNoPort(port: number, flag: string): void {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return;
  const remedy = `Give a whole number from 0 to 65535 with ${flag}; 0 takes any free port.`;
  throw new HarnessError('CONFIG_INVALID', `${port} is no port.`, remedy);
}

function open(made: DrainingServer, host: string, port: number, flag: string): Promise<DrainingServer> {
  return new Promise((resolve, reject) => {
    made.server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port, flag)));
    made.server.listen({ port, host }, () => resolve(made));
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

const listening = (servers: readonly DrainingServer[], port: number): Listening => ({
  port,
  onConnect(listener) {
    for (const { server } of servers) server.on('connect', listener);
  },
  close: async () => void (await Promise.all(servers.map((server) => server.close()))),
});
