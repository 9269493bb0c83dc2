import type { Client } from 'pg';
import { type Clock, systemClock } from '../clock.js';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** A connection nobody closed, over a network that is gone, is found out by asking. */
const ASKED_EVERY_MS = 15_000;

interface Parts {
  /** A new client, not yet connected. */
  readonly client: () => Client;
  readonly channel: string;
  readonly heard: (payload: string) => void;
  /** After a gap: what was said since then has not been heard. */
  readonly missed: (since: Date) => void;
  readonly clock?: Clock;
}

/**
 * Listens to a channel of PostgreSQL on a connection of its own, and again whenever that breaks.
 *
 * @throws Error when the first connection cannot be made.
 */
export async function keepListening(parts: Parts): Promise<{ close(): Promise<void> }> {
  const { clock = systemClock } = parts;
  let isClosed = false;
  let current: Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const listen = async () => {
    current = await listenOnce(parts, (client) => {
      if (client !== current) return;
      current = undefined;
      again(clock.now(), FIRST_PAUSE_MS);
    });
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
  const asking = askNowAndThen(() => current);
  return {
    async close() {
      isClosed = true;
      clearTimeout(retry);
      clearInterval(asking);
      await current?.end();
    },
  };
}

async function listenOnce({ client: create, channel, heard }: Parts, lost: (client: Client) => void): Promise<Client> {
  const client = create();
  let isLost = false;
  client.on('error', () => undefined);
  client.once('end', () => {
    isLost = true;
    lost(client);
  });
  client.on('notification', ({ payload = '' }) => heard(payload));
  await client.connect();
  await client.query(`listen ${channel}`);
  if (isLost) throw new Error('the connection broke at once');
  return client;
}

function askNowAndThen(current: () => Client | undefined): NodeJS.Timeout {
  const asking = setInterval(() => {
    const asked = current();
    asked?.query('select 1').catch(() => asked.end());
  }, ASKED_EVERY_MS);
  return asking.unref();
}
