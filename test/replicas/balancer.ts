import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Balancer {
  readonly url: string;
  /** Origins of the replicas; each request goes to the next one, whoever sends it. */
  readonly backends: string[];
  close(): Promise<void>;
}

/** The plainest load balancer: one after the other, and the next one where nobody listens. It keeps nothing of a browser. */
export async function aBalancer(): Promise<Balancer> {
  const backends: string[] = [];
  let turn = 0;
  const server = createServer(async (from, to) => {
    const body = await text(from);
    const first = turn++;
    for (let tried = 0; tried < backends.length; tried++) {
      try {
        const answer = await passOn(backends[(first + tried) % backends.length] ?? '', from, body);
        to.writeHead(answer.statusCode ?? 502, answer.headers);
        return void answer.pipe(to);
      } catch (error) {
        if ((error as { code?: string }).code !== 'ECONNREFUSED') break;
      }
    }
    to.writeHead(502).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    backends,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function passOn(backend: string, { method, url, headers }: IncomingMessage, body: string) {
  const going = request(`${backend}${url}`, { method, headers, agent: false });
  going.end(body);
  const [answer] = (await once(going, 'response')) as [IncomingMessage];
  return answer;
}
