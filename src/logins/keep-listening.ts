import type { Client } from 'pg';
import { type Clock, systemClock } from '../clock.js';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** A connection nobody closed, over a network that is gone, is found out by asking. */
const ASKED_EVERY_MS = 15_000;

/**
 * Listens to a channel of PostgreSQL on a connection of its own, and again whenever that breaks.
 *
 * @throws Error when the first connection cannot be made.
 */
export async function keepListening(parts: {
  /** A new client, not yet connected. */
  readonly client: () => Client;
  readonly channel: string;
  readonly heard: (payload: string) => void;
  /** After a gap: what was said since then has not been heard. */
  readonly missed: (since: Date) => void;
  readonly clock?: Clock;
}): Promise<{ close(): Promise<void> }> {
  const { clock = systemClock } = parts;
  let isClosed = false;
  let current: Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const listen = async () => {
    const client = parts.client();
    let isLost = false;
    client.on('error', () => undefined);
    client.once('end', () => {
      isLost = true;
      if (client !== current) return;
      current = undefined;
      again(clock.now(), FIRST_PAUSE_MS);
    });
    client.on('notification', ({ payload = '' }) => parts.heard(payload));
    await client.connect();
    await client.query(`listen ${parts.channel}`);
    if (isLost) throw new Error('the connection broke at once');
    current = client;
  };
  const again = (since: Date, pause: number) => {
    if (isClosed) return;
    retry = setTimeout(async () => {
      try {
        await listen();
        parts.missed(since);
      } catch {
        again(since, Math.min(2 * pause, LONGEST_PAUSE_MS));
      }
    }, pause);
    retry.unref();
  };

  await listen();
  const asking = setInterval(() => {
    const asked = current;
    asked?.query('select 1').catch(() => asked.end());
  }, ASKED_EVERY_MS);
  asking.unref();
  return {
    async close() {
      isClosed = true;
      clearTimeout(retry);
      clearInterval(asking);
      await current?.end();
    },
  };
}
