import type { Clock, Random } from '../../clock.js';
import type { EntraStandIn } from '../../entra/stand-in.js';
import type { Limits } from '../door/limits.js';
import type { EntraSessions } from './sessions.js';

export interface EntraAppDeps {
  readonly limits: Limits;
  readonly clock: Clock;
  readonly random: Random;
}

/** What every route of the stand-in works with. */
export interface EntraSite extends EntraAppDeps {
  readonly entra: EntraStandIn;
  readonly sessions: EntraSessions;
}
