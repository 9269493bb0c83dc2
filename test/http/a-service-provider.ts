/** The service provider as it is put together for real, without a stand-in and without a port: supertest asks it. */
import { systemRandom } from '../../src/clock.js';
import { composeServiceProvider } from '../../src/harness/compose.js';
import { keysInMemory } from '../../src/harness/key-folder.js';
import type { HarnessOptions } from '../../src/harness/options.js';
import { folderShelf } from '../../src/harness/shelf.js';
import { createServiceProviderApp } from '../../src/http/app.js';
import type { ServiceProvider } from '../../src/http/service-provider.js';
import { silent } from '../../src/logins/log.js';
import type { AnsweredLogin, Login } from '../../src/logins/login.js';
import { openMemory } from '../../src/logins/open-memory.js';
import { ACS, ENTITY_ID, GOOD_AT, IDP_ENTITY_ID } from '../a-response.js';
import { testKey } from '../keys.js';

export const ORIGIN = 'http://localhost:7010';

export function aServiceProvider(options: HarnessOptions = {}, change: Partial<ServiceProvider> = {}) {
  const composed = composeServiceProvider({
    options: {
      entityId: ENTITY_ID,
      acsUrl: ACS,
      clockSkewMs: 0,
      profile: {
        issuer: IDP_ENTITY_ID,
        loginUrl: 'https://login.microsoftonline.com/t/saml2',
        identityProviderCertificates: [testKey('idp').certificatePem],
      },
      ...options,
    },
    log: silent,
    clock: { now: () => GOOD_AT },
    random: systemRandom,
    memory: openMemory(),
    keys: keysInMemory(),
    shelf: folderShelf(undefined),
    sessionSecret: 'rehearsed in a test',
    places: { serviceProvider: ORIGIN, entra: '', tlsPort: 0 },
  });
  const sp: ServiceProvider = { ...composed, ...change };
  const logins = async (): Promise<readonly Login[]> => (await sp.memory.logins.list()).logins;
  return { sp, app: createServiceProviderApp(sp), logins };
}

/** Id and sentence of every check that failed, in reading order. */
export const failures = ({ diagnosis }: AnsweredLogin): [string, string][] =>
  diagnosis.findings.filter(({ status }) => status === 'fail').map(({ id, summary }) => [id, summary]);
