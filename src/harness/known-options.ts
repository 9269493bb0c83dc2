import { HarnessError } from '../errors.js';
import { nearest } from '../spelling.js';
import type { HarnessOptions } from './options.js';

/** Every option by name: the compiler asks for each that `HarnessOptions` has, and for no other. */
const KNOWN: Readonly<Record<keyof Required<HarnessOptions>, true>> = {
  accountCode: true,
  accounts: true,
  acsUrl: true,
  addresses: true,
  clock: true,
  clockSkewMs: true,
  contract: true,
  dataDir: true,
  entityId: true,
  entra: true,
  entraPort: true,
  entraSeed: true,
  host: true,
  iKnowThisIsATestIdp: true,
  idpMetadata: true,
  logLevel: true,
  maxAttributes: true,
  maxBodyBytes: true,
  maxDepth: true,
  maxElements: true,
  maxMessageBytes: true,
  maxPostsAtOnce: true,
  maxPostsWaiting: true,
  maxRequestsPerMinute: true,
  monitorIntervalMs: true,
  port: true,
  profile: true,
  publicUrl: true,
  random: true,
  record: true,
  region: true,
  requestBinding: true,
  resolve: true,
  retain: true,
  retainDays: true,
  retainMegabytes: true,
  scheduler: true,
  store: true,
  tls: true,
  tlsPort: true,
  token: true,
  trustProxy: true,
  verbatim: true,
};

/**
 * JavaScript lets a misspelt option pass, and then the rehearsal is of something else than was meant.
 *
 * @throws HarnessError `CONFIG_INVALID` that names every one.
 */
export function refuseUnknownOptions(options: HarnessOptions): void {
  const unknown = Object.keys(options).filter((key) => !Object.hasOwn(KNOWN, key));
  if (unknown.length === 0) return;
  const sentences = unknown.map((key) => {
    const meant = nearest(key, Object.keys(KNOWN));
    return `${key} is not an option of createHarness${meant === undefined ? '' : `; did you mean ${meant}?`}`;
  });
  throw new HarnessError('CONFIG_INVALID', sentences.join('\n'), 'HarnessOptions lists every option.');
}
