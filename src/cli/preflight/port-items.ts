import { createServer } from 'node:net';
import type { PreflightItem } from './item.js';

const TIMEOUT_MS = 2_000;

type Asked = readonly [flag: string, port: number];

/** The ports a harness would listen on: free, taken by a harness that runs already, or by another program. */
export async function portItems(asked: readonly Asked[]): Promise<PreflightItem[]> {
  const wanted = asked.filter(([, port]) => port !== 0);
  const own = await harnessPorts(wanted.map(([, port]) => port));
  return Promise.all(wanted.map((one) => portItem(one, own)));
}

async function portItem([flag, port]: Asked, own: readonly number[]): Promise<PreflightItem> {
  const id = `port-${port}`;
  const problem = await problemOf(port);
  if (problem === undefined) return { id, status: 'ok', summary: `Port ${port} is free.` };
  if (own.includes(port)) return { id, status: 'ok', summary: `On port ${port} a harness is running.` };
  const summary = problem === 'EACCES' ? `Port ${port} needs privileges.` : `Port ${port} is taken by another program.`;
  return { id, status: 'warning', summary, remedy: `Start with another port: ${flag}; 0 takes any free one.` };
}

/** The code of the error with which listening fails. */
function problemOf(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** The ports of a harness that answers on one of these. */
async function harnessPorts(ports: readonly number[]): Promise<number[]> {
  const found = await Promise.all(ports.map(placesAt));
  return found.flat();
}

async function placesAt(port: number): Promise<number[]> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const origin = `http://127.0.0.1:${port}`;
    if ((await (await fetch(`${origin}/livez`, { signal })).text()).trim() !== 'alive') return [];
    const { entraUrl } = (await (await fetch(`${origin}/api/v1/rehearsal`, { signal })).json()) as {
      entraUrl?: string;
    };
    return [port, ...(entraUrl !== undefined && URL.canParse(entraUrl) ? [Number(new URL(entraUrl).port)] : [])];
  } catch {
    return [];
  }
}
