import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** A harness in a process of its own, as `saml-rehearsal start` starts it. */
export interface Replica {
  readonly url: string;
  readonly entraUrl: string;
  readonly process: ChildProcess;
  /** Ends it with this signal; its exit code, or null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export async function aReplica(store: string, publicUrl: string, dataDir: string): Promise<Replica> {
  const port = await freePort();
  const given = ['--store', store, '--public-url', publicUrl, '--data-dir', dataDir, '--port', String(port)];
  const child = spawn(
    process.execPath,
    ['dist/bundle/main.js', 'start', ...given, '--entra-port', '0', '--json', '--log-level', 'error'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: string[] = [];
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const gone = once(child, 'exit') as Promise<[number | null]>;
  const started = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const [line] = await Promise.race([started, gone]);
  if (typeof line !== 'string') throw new Error(`The replica ended with ${line}: ${said.join('')}`);
  return {
    url: `http://localhost:${port}`,
    entraUrl: JSON.parse(line).entraUrl,
    process: child,
    async end(signal) {
      child.kill(signal);
      const [code] = await gone;
      return code;
    },
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
