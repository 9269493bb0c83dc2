import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export const PEERS = resolve(process.env.SAML_REHEARSAL_PEERS ?? '../shared/peers');
const PATIENCE_MS = 300_000;

/** A peer that cannot run here: its journeys are skipped by name. */
export class Unavailable extends Error {}

/**
 * Starts a peer's `setup.sh serve` and waits until it says that it is ready.
 *
 * @throws Unavailable when the peer, its packages or the right to install them are not there.
 */
export async function startPeer(name, ready, env) {
  const script = resolve(PEERS, name, 'setup.sh');
  if (!existsSync(script)) throw new Unavailable(`${script} is not there`);
  if (process.getuid?.() !== 0) throw new Unavailable('its Debian packages need root to be installed');
  const child = spawn('bash', [script, 'serve'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const stop = async () => {
    if (child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
  };
  const isReady = new Promise((done, fail) => {
    const listen = (chunk) => {
      said += chunk;
      if (said.includes(ready)) done();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) =>
      fail(new Unavailable(`setup.sh ended with ${code}: ${said.trim().split('\n').at(-1)}`)),
    );
  });
  const patience = new AbortController();
  const tooLong = delay(PATIENCE_MS, undefined, { signal: patience.signal }).then(
    () => {
      throw new Unavailable(`not ready after ${PATIENCE_MS / 1000} s`);
    },
    () => undefined,
  );
  try {
    await Promise.race([isReady, tooLong]);
  } catch (error) {
    await stop();
    throw error;
  } finally {
    patience.abort();
  }
  return { stop };
}
