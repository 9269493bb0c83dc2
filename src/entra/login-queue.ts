import type { LoginExtras } from './sign-in-question.js';

/** What the next logins are to be like, first come, first served. */
export interface QueuedLogin extends LoginExtras {
  /** Signs this user in, whoever asks. */
  readonly user?: string;
}

export interface StandingFaults {
  readonly faults: readonly string[];
  /** How many more logins get them. */
  readonly times: number;
  /** Makes ids and faults of each of these logins the same each time. */
  readonly seed?: string;
}

export interface LoginQueue {
  enqueue(login: QueuedLogin): void;
  /** Faults for the next `times` logins; an empty list ends them. */
  setFaults(standing: StandingFaults): void;
  standingFaults(): StandingFaults;
  /** The user the next login will be of, when one is queued. */
  nextUser(): string | undefined;
  /** How many logins are ordered. */
  length(): number;
  /** Takes what the login that is answered now gets on top. */
  take(): QueuedLogin;
}

const MAX_QUEUED = 1_000;
const NONE: StandingFaults = { faults: [], times: 0 };

export function createLoginQueue(): LoginQueue {
  const queued: QueuedLogin[] = [];
  let standing = NONE;
  return {
    enqueue(login) {
      queued.push(login);
      if (queued.length > MAX_QUEUED) queued.shift();
    },
    setFaults(wanted) {
      standing = wanted.faults.length === 0 || wanted.times <= 0 ? NONE : wanted;
    },
    standingFaults: () => standing,
    length: () => queued.length,
    nextUser: () => queued[0]?.user,
    take() {
      const next = queued.shift() ?? {};
      const { faults, times, seed } = standing;
      if (times > 0) standing = times === 1 ? NONE : { ...standing, times: times - 1 };
      // Not twice the same ids: the second response would be a replay.
      const seeded = seed === undefined ? {} : { seed: `${seed} ${times}` };
      return { ...seeded, ...next, faults: [...(next.faults ?? []), ...faults] };
    },
  };
}
