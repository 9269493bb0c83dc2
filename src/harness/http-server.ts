import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

/** Certificate and key of a TLS server, PEM. */
export interface TlsIdentity {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/** What a client may take of a server, in milliseconds, bytes and connections. */
export interface HttpLimits {
  /** From the first byte of a request to the end of its headers. */
  readonly headersTimeout: number;
  /** From the first byte of a request to its last. */
  readonly requestTimeout: number;
  /** Between two looks for requests that take too long. */
  readonly connectionsCheckingInterval: number;
  /** Between an answer and the next request of a connection. */
  readonly keepAliveTimeout: number;
  /** Without a byte in either direction, whatever is under way. */
  readonly idleTimeout: number;
  readonly maxHeaderSize: number;
  /** Further connections are closed at once. */
  readonly maxConnections: number;
  /** What is under way when the server is told to stop has this long to end. */
  readonly grace: number;
}

export const HTTP_LIMITS: HttpLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 5_000,
  // Longer than the longest wait the API allows (300 s), which is silent.
  idleTimeout: 330_000,
  maxHeaderSize: 16_384,
  // Ten thousand clients that hold theirs open leave room for those who mean it.
  maxConnections: 15_000,
  // Whoever stops a container kills it after 10 s.
  grace: 8_000,
};

export interface DrainingServer {
  readonly server: Server;
  /** No new connection; what is under way is answered, for as long as the grace lasts. */
  close(): Promise<void>;
}

/** A server with its limits set, that ends in good order. */
export function createHttpServer(
  listener: RequestListener,
  limits: HttpLimits = HTTP_LIMITS,
  tls?: TlsIdentity,
): DrainingServer {
  const { idleTimeout, maxConnections, grace, ...options } = limits;
  const server: Server = tls
    ? createTlsServer({ ...options, cert: tls.certificatePem, key: tls.privateKeyPem }, listener)
    : createServer(options, listener);
  server.maxConnections = maxConnections;
  server.setTimeout(idleTimeout);
  const underWay = new Set<ServerResponse>();
  let isClosing = false;
  server.prependListener('request', (_request, response: ServerResponse) => {
    underWay.add(response);
    if (isClosing) response.shouldKeepAlive = false;
    response.once('close', () => {
      underWay.delete(response);
      // A connection that was kept alive for the next request would keep the server open.
      if (isClosing) setImmediate(() => server.closeIdleConnections());
    });
  });
  return {
    server,
    close: () =>
      new Promise((resolve) => {
        isClosing = true;
        for (const response of underWay) response.shouldKeepAlive = false;
        const limit = setTimeout(() => server.closeAllConnections(), grace);
        server.close(() => {
          clearTimeout(limit);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
