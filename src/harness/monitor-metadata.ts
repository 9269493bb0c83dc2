import type { Clock } from '../clock.js';
import type { AnsweredLogin } from '../logins/login.js';
import type { LoginEvents } from '../logins/login-events.js';
import type { AuthenticationProfile } from '../sp/authentication-profile.js';

/** Does something again and again; a test hands in one that does it when told to. */
export interface Scheduler {
  /** @returns A function that ends it. */
  every(intervalMs: number, work: () => void): () => void;
}

/** The machine's own timers; none of them keeps a process alive. */
const systemScheduler: Scheduler = {
  every(intervalMs, work) {
    const timer = setInterval(work, intervalMs);
    timer.unref();
    return () => clearInterval(timer);
  },
};

export interface MonitorParts {
  readonly profile: {
    get(): Promise<AuthenticationProfile>;
    importAgain(): Promise<AuthenticationProfile>;
  };
  readonly events: LoginEvents;
  readonly clock: Clock;
  readonly scheduler?: Scheduler;
  readonly intervalMs?: number;
  /** Which logins are this profile's; all of them when absent. */
  readonly isOurs?: (login: AnsweredLogin) => boolean;
}

export interface MetadataMonitor {
  /** Resolves when a reading that is under way has ended. */
  idle(): Promise<void>;
  /** Ends it; a reading that is under way is not waited for. */
  stop(): void;
}

/** The harness's choice: at which interval Mimecast looks is not public. */
const INTERVAL_MS = 15 * 60_000;
/** Responses with unknown keys can be sent by anybody, as fast as they like. */
const UNKNOWN_KEY_PAUSE_MS = 60_000;

/**
 * "Monitor Metadata URL": while the box is ticked, the Metadata URL is read again at an interval and when a response was signed
 * with a key that is not published. What Mimecast itself does on an unknown key is not public.
 */
export function monitorMetadata(parts: MonitorParts): MetadataMonitor {
  const { profile, events, clock, scheduler = systemScheduler, intervalMs = INTERVAL_MS, isOurs = () => true } = parts;
  let reading: Promise<void> | undefined;
  let lastUnknownKey = Number.NEGATIVE_INFINITY;
  const look = () => {
    reading ??= lookAgain(profile).finally(() => {
      reading = undefined;
    });
  };
  const end = scheduler.every(intervalMs, look);
  const unsubscribe = events.subscribe((login) => {
    const now = clock.now().getTime();
    if (!isOurs(login) || !hasUnknownKey(login)) return;
    // A clock that was put back makes no pause longer.
    if (now >= lastUnknownKey && now - lastUnknownKey < UNKNOWN_KEY_PAUSE_MS) return;
    lastUnknownKey = now;
    look();
  });
  return {
    idle: async () => await reading,
    stop() {
      end();
      unsubscribe();
    },
  };
}

async function lookAgain(profile: MonitorParts['profile']): Promise<void> {
  try {
    const { monitorMetadataUrl, metadataUrl } = await profile.get();
    if (monitorMetadataUrl && metadataUrl !== undefined) await profile.importAgain();
  } catch {
    // A folder that cannot be written, metadata that is not there yet: the next look may do better.
  }
}

const hasUnknownKey = ({ diagnosis }: AnsweredLogin): boolean =>
  diagnosis.findings.some(({ id, status }) => id === 'signing-certificate-published' && status === 'fail');
