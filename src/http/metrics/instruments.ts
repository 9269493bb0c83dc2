import type { Registry } from 'prom-client';
import type { StoreSize } from '../../logins/login-store.js';

const NAME = 'saml_rehearsal';
/** Seconds; an ordinary login takes a few milliseconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];

export interface AnsweredFacts {
  readonly accepted: boolean;
  readonly flow: string;
  readonly rootCause: string | null;
  readonly seconds: number;
}

export interface Exposition {
  readonly contentType: string;
  readonly text: string;
}

/** What is counted, once the library is there. Labels come from lists of ours, so that nobody outside can make new series. */
export interface Instruments {
  /** In the text format, and its content type. */
  exposition(): Promise<Exposition>;
  login(facts: AnsweredFacts): void;
  request(method: string, route: string | undefined, status: number): void;
  store(operation: string, isDone: boolean, seconds: number): void;
}

/** @param storeSize Asked at every scrape; undefined when the store does not answer. */
export async function createInstruments(storeSize: () => Promise<StoreSize | undefined>): Promise<Instruments> {
  const client = await import('prom-client');
  const { checks } = await import('../../diagnosis/checks/index.js');
  const causes = new Set<string>([...checks.map(({ id }) => id), 'harness']);
  const registry = new client.Registry();
  client.collectDefaultMetrics({ register: registry });
  const work = workMeters(client, [registry]);
  const store = storeGauges(client, [registry]);
  return {
    async exposition() {
      const size = await storeSize();
      store.up.set(size ? 1 : 0);
      store.logins.set(size?.logins ?? Number.NaN);
      store.bytes.set(size?.bytes ?? Number.NaN);
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
    login({ accepted, flow, rootCause, seconds }) {
      const outcome = accepted ? 'accepted' : 'refused';
      const root_cause = rootCause === null ? 'none' : causes.has(rootCause) ? rootCause : 'other';
      work.logins.inc({ outcome, root_cause, flow });
      work.loginSeconds.observe({ outcome }, seconds);
    },
    request: (method, route = 'none', status) =>
      work.requests.inc({ method: METHODS.includes(method) ? method : 'other', route, status }),
    store: (operation, isDone, seconds) =>
      work.storeSeconds.observe({ operation, outcome: isDone ? 'done' : 'failed' }, seconds),
  };
}

type Client = Pick<typeof import('prom-client'), 'Counter' | 'Gauge' | 'Histogram'>;

/** What is counted as it happens. */
function workMeters({ Counter, Histogram }: Client, registers: Registry[]) {
  return {
    logins: new Counter({
      name: `${NAME}_logins_total`,
      help: 'Logins that were answered, by verdict, root cause (id of a check) and flow.',
      labelNames: ['outcome', 'root_cause', 'flow'],
      registers,
    }),
    loginSeconds: new Histogram({
      name: `${NAME}_login_duration_seconds`,
      help: 'From a message that is read to its login being recorded.',
      labelNames: ['outcome'],
      buckets: BUCKETS,
      registers,
    }),
    requests: new Counter({
      name: `${NAME}_requests_total`,
      help: 'HTTP requests to service provider, inspector and API, by pattern of the path.',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    storeSeconds: new Histogram({
      name: `${NAME}_store_operation_duration_seconds`,
      help: 'Work of the store, by operation and whether it was done.',
      labelNames: ['operation', 'outcome'],
      buckets: BUCKETS,
      registers,
    }),
  };
}

/** What is asked of the store at every scrape. */
function storeGauges({ Gauge }: Client, registers: Registry[]) {
  return {
    logins: new Gauge({ name: `${NAME}_stored_logins`, help: 'Logins in the store.', registers }),
    bytes: new Gauge({
      name: `${NAME}_stored_bytes`,
      help: 'Bytes of their records, without indexes.',
      registers,
    }),
    up: new Gauge({ name: `${NAME}_store_up`, help: '1 when the store answers, else 0.', registers }),
  };
}
