import { type Clock, type Random, systemClock, systemRandom } from '../clock.js';
import type { KeyVault } from '../entra/key-vault.js';
import type { ServiceProvider } from '../http/service-provider.js';
import type { Memory } from '../logins/memory.js';
import { present } from '../saml/present.js';
import { composeServiceProvider, type Parts, type Places } from './compose.js';
import { createLog } from './create-log.js';
import { createEntraLink, type EntraLink } from './entra-link.js';
import { givenContract } from './given-contract.js';
import { openState, type State } from './open-state.js';
import type { HarnessOptions } from './options.js';
import { recordFolder } from './record-folder.js';

/** A harness before it listens. */
export interface Assembled {
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: KeyVault;
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

/**
 * Reads what is given, opens what is kept, and joins the service provider and the stand-in.
 *
 * @throws HarnessError `CONFIG_INVALID`, `CONTRACT_UNREADABLE`, `CONTRACT_INVALID`, `RECORD_UNWRITABLE`, `STORE_UNUSABLE`,
 *   `DATA_DIR_UNUSABLE`, `DIRECTORY_UNREADABLE`, `SEED_UNREADABLE`, `SEED_INVALID`, `TENANT_UNREADABLE`.
 */
export async function assemble(options: HarnessOptions): Promise<Assembled> {
  const { clock = systemClock, random = systemRandom } = options;
  const contract = options.contract === undefined ? undefined : await givenContract(options.contract);
  const writeRecord = options.record === undefined ? undefined : await recordFolder(options.record);
  const log = await createLog(options.logLevel);
  const state = await openState(options, random, log);
  try {
    return join(state, { options, clock, random, log, ...present({ contract, writeRecord }) });
  } catch (error) {
    await state.memory.logins.close();
    throw error;
  }
}

type Given = Pick<Parts, 'options' | 'clock' | 'random' | 'log' | 'contract' | 'writeRecord'>;

function join({ tenant, ...state }: State, given: Given): Assembled {
  const { clock, random } = given;
  const { keys, memory } = state;
  const places: Places = { serviceProvider: '', entra: '', tlsPort: 0 };
  let look: () => void = () => undefined;
  const lookAtEntra = () => look();
  const link = tenant && createEntraLink({ ...given, keys, places, tenant, changed: lookAtEntra });
  const stopping = new AbortController();
  const sp = composeServiceProvider({
    ...state,
    ...given,
    places,
    stopping: stopping.signal,
    watchEntra: (watcher) => {
      look = watcher;
    },
    ...present({ entra: link?.standIn }),
  });
  // What another harness on the same database recorded is news here as well.
  memory.news?.onLogin((login) => (login.state === 'answered' ? sp.events.emit(login) : sp.events.emitBegun(login)));
  return { clock, random, keys, memory, places, sp, link, stopping, lookAtEntra };
}
