import type { StoreSize } from '../../logins/login-store.js';
import { createInstruments, type Instruments } from './instruments.js';

/** What the harness counts, in Prometheus' words. */
export type Metrics = Instruments;

/** So many observations wait for the library before it is loaded to count them. */
const MAX_WAITING = 1_000;

/** Nothing is lost, and whoever never asks for metrics does not load the library for a few logins. */
export function createMetrics(storeSize: () => Promise<StoreSize | undefined>): Metrics {
  let loading: Promise<Instruments> | undefined;
  let loaded: Instruments | undefined;
  let waiting: ((instruments: Instruments) => void)[] = [];
  const load = () => {
    loading ??= createInstruments(storeSize).then((instruments) => {
      loaded = instruments;
      for (const count of waiting) count(instruments);
      waiting = [];
      return instruments;
    });
    return loading;
  };
  const observe = (count: (instruments: Instruments) => void) => {
    if (loaded) return count(loaded);
    waiting.push(count);
    if (waiting.length === MAX_WAITING) void load();
  };
  return {
    login: (facts) => observe((instruments) => instruments.login(facts)),
    request: (method, route, status) => observe((instruments) => instruments.request(method, route, status)),
    store: (operation, isDone, seconds) => observe((instruments) => instruments.store(operation, isDone, seconds)),
    exposition: async () => (await load()).exposition(),
  };
}
