import type { Request, RequestHandler } from 'express';
import type { RateLimitRequestHandler, Store } from 'express-rate-limit';
import type { Clock } from '../../clock.js';
import { refuse } from './refuse.js';

const MINUTE_MS = 60_000;
const REQUESTS_PER_MINUTE = 6_000;
const GUESSES_PER_MINUTE = 10;
/** Addresses that are remembered at one time; the oldest is forgotten first. */
const MAX_CLIENTS = 10_000;

/**
 * How often one address may ask. Unless a number was given this machine itself is not counted: rehearsals in CI are fast, and
 * behind a proxy that was not named every browser would look like this machine.
 */
export function requestRate(
  clock: Clock,
  requestsPerMinute: number | undefined,
  isExempt: (path: string) => boolean,
): RequestHandler {
  const limit = requestsPerMinute ?? REQUESTS_PER_MINUTE;
  const isForAll = requestsPerMinute !== undefined;
  const limiter = loadedLater(clock, {
    limit,
    // Loading the way a language writes numbers takes 15 ms.
    sentence: () => `More than ${limit.toLocaleString('en-US')} requests came from your address in a minute.`,
    remedy:
      'Wait for the time Retry-After says; the harness’s administrator can allow more with --max-requests-per-minute.',
  });
  return async (request, response, next) => {
    const { ip = '', path } = request;
    if (requestsPerMinute === 0 || isExempt(path) || (!isForAll && isOwnMachine(ip))) return next();
    return (await limiter()).handler(request, response, next);
  };
}

/** How often one address may give a wrong token. */
export interface TokenGuesses {
  mayTry(request: Request): Promise<boolean>;
  /** Counts a wrong one and goes on, or says that there were too many. */
  readonly wrong: RequestHandler;
}

export function tokenGuesses(clock: Clock): TokenGuesses {
  const limiter = loadedLater(clock, {
    limit: GUESSES_PER_MINUTE,
    sentence: () =>
      `More than ${GUESSES_PER_MINUTE} wrong tokens came from your address in a minute, so no token is looked at for now.`,
    remedy: 'Wait for the time Retry-After says, then give the one the harness was started with.',
  });
  return {
    async mayTry({ ip = '' }) {
      const { handler, keyOf } = await limiter();
      return ((await handler.getKey(keyOf(ip)))?.totalHits ?? 0) < GUESSES_PER_MINUTE;
    },
    wrong: async (request, response, next) => (await limiter()).handler(request, response, next),
  };
}

interface Rule {
  readonly limit: number;
  readonly sentence: () => string;
  readonly remedy: string;
}

interface Limiter {
  readonly handler: RateLimitRequestHandler;
  readonly keyOf: (ip: string) => string;
}

/** The library is loaded when the first request is counted: most harnesses never count one. */
function loadedLater(clock: Clock, { limit, sentence, remedy }: Rule): () => Promise<Limiter> {
  const load = async (): Promise<Limiter> => {
    const { rateLimit, ipKeyGenerator } = await import('express-rate-limit');
    const handler = rateLimit({
      windowMs: MINUTE_MS,
      limit,
      store: windowStore(clock),
      standardHeaders: false,
      legacyHeaders: false,
      // What it would warn about on the console is decided by --trust-proxy.
      validate: false,
      handler(request, response) {
        const { resetTime } = (request as { rateLimit?: { resetTime?: Date } }).rateLimit ?? {};
        const waitMs = (resetTime?.getTime() ?? 0) - clock.now().getTime();
        response.set('Retry-After', String(Math.max(1, Math.ceil(waitMs / 1_000))));
        refuse(response, 429, sentence(), remedy);
      },
    });
    return { handler, keyOf: (ip) => ipKeyGenerator(ip) };
  };
  let limiter: Promise<Limiter> | undefined;
  return () => {
    limiter ??= load();
    return limiter;
  };
}

const isOwnMachine = (ip: string) => /^(::ffff:)?127\.|^::1$/.test(ip);

/** One window per address by the harness's clock, in memory: each replica counts for itself. */
function windowStore(clock: Clock): Store {
  const windows = new Map<string, { totalHits: number; resetTime: Date }>();
  const current = (key: string) => {
    const window = windows.get(key);
    return window && window.resetTime > clock.now() ? window : undefined;
  };
  return {
    localKeys: true,
    get: (key) => current(key),
    increment(key) {
      const window = current(key) ?? { totalHits: 0, resetTime: new Date(clock.now().getTime() + MINUTE_MS) };
      window.totalHits += 1;
      windows.delete(key);
      windows.set(key, window);
      const [oldest] = windows.keys();
      if (windows.size > MAX_CLIENTS && oldest !== undefined) windows.delete(oldest);
      return window;
    },
    decrement: () => undefined,
    resetKey: (key) => void windows.delete(key),
  };
}
