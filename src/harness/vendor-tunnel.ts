import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

export interface VendorTunnel {
  /** For a server's `connect` event. */
  readonly onConnect: (request: IncomingMessage, client: Duplex, head: Buffer) => void;
  close(): Promise<void>;
}

/**
 * The proxy a PAC file names: CONNECT (RFC 9110, 9.3.6) to port 443 of one of the vendor's hosts ends at the listener of this
 * harness. Any other target is refused, and nothing else is ever connected to.
 */
export function vendorTunnel(hosts: readonly string[], port: number, address = '127.0.0.1'): VendorTunnel {
  const open = new Set<Duplex>();
  const keep = (socket: Duplex) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  };
  return {
    onConnect({ url = '' }, client, head) {
      keep(client);
      client.on('error', () => client.destroy());
      if (!hosts.some((host) => url.toLowerCase() === `${host}:443`)) {
        client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
        return;
      }
      const here = connect(port, address, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        here.write(head);
        here.pipe(client).pipe(here);
      });
      keep(here);
      here.once('close', () => client.destroy());
      here.on('error', () => client.destroy());
      client.once('close', () => here.destroy());
    },
    async close() {
      for (const socket of open) socket.destroy();
    },
  };
}
