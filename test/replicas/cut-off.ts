import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The way to a database, which can be cut. */
export interface CutOff {
  /** The database behind it, as for `--store`. */
  readonly url: string;
  /** Breaks every connection and takes no new one: as when the server has crashed. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function aWayTo(database: string): Promise<CutOff> {
  const { hostname, port: behind } = new URL(database);
  const open = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(Number(behind || 5432), hostname);
    for (const socket of [from, to]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        open.delete(socket);
        from.destroy();
        to.destroy();
      });
    }
    from.pipe(to).pipe(from);
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const url = new URL(database);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    async cut() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
    async mend() {
      await listen(port);
    },
  };
}
