import { type Clock, type Random, systemClock, systemRandom } from '../clock.js';
import type { ServiceProvider } from '../http/service-provider.js';
import type { Memory } from '../logins/open-sqlite.js';
import { defined } from '../logins/views.js';
import { composeServiceProvider, type Places } from './compose.js';
import { createLog } from './create-log.js';
import { createEntraLink, type EntraLink } from './entra-link.js';
import { givenContract } from './given-contract.js';
import type { KeyFolder } from './key-folder.js';
import { openState } from './open-state.js';
import type { HarnessOptions } from './options.js';
import { recordFolder } from './record-folder.js';

/** A harness before it listens. */
export interface Assembled {
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: KeyFolder;
  readonly memory: Memory;
  /** Filled in as the servers open. */
  readonly places: Places;
  readonly sp: ServiceProvider;
  /** Absent without the stand-in. */
  readonly link: EntraLink | undefined;
  readonly stopping: AbortController;
  /** To be called once the stand-in listens; every later change of it is looked at unasked. */
  readonly lookAtEntra: () => void;
}

/** Reads what is given, opens what is kept, and joins the service provider and the stand-in. */
export async function assemble(options: HarnessOptions): Promise<Assembled> {
  const { clock = systemClock, random = systemRandom } = options;
  const contract = options.contract === undefined ? undefined : await givenContract(options.contract);
  const writeRecord = options.record === undefined ? undefined : await recordFolder(options.record);
  const log = await createLog(options.logLevel);
  const { tenant, ...state } = await openState(options, random, log);
  const { keys, memory } = state;
  const places: Places = { serviceProvider: '', entra: '', tlsPort: 0 };
  let look: () => void = () => undefined;
  const lookAtEntra = () => look();
  const link = tenant && createEntraLink({ clock, random, log, keys, places, options, tenant, changed: lookAtEntra });
  const stopping = new AbortController();
  const sp = composeServiceProvider({
    ...state,
    options,
    log,
    clock,
    random,
    places,
    stopping: stopping.signal,
    watchEntra: (watcher) => {
      look = watcher;
    },
    ...defined({ entra: link?.standIn, contract, writeRecord }),
  });
  // What another harness on the same database recorded is news here as well.
  memory.news?.onLogin((login) => (login.state === 'answered' ? sp.events.emit(login) : sp.events.emitBegun(login)));
  return { clock, random, keys, memory, places, sp, link, stopping, lookAtEntra };
}
