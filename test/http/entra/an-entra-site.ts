import { seededRandom } from '../../../src/entra/seeded-random.js';
import { createEntraStandIn, type EntraStandInOptions } from '../../../src/entra/stand-in.js';
import { limitsOf } from '../../../src/http/door/limits.js';
import { createEntraApp } from '../../../src/http/entra/app.js';
import type { AuthnRequestPlan } from '../../../src/saml/write-authn-request.js';
import { writeAuthnRequest } from '../../../src/saml/write-authn-request.js';
import { GOOD_AT } from '../../a-response.js';
import { testKey } from '../../keys.js';

/** The stand-in as an application, with keys that exist already and a clock that stands still. */
export function anEntraSite(options: Partial<EntraStandInOptions> = {}) {
  const clock = { now: () => GOOD_AT };
  const random = seededRandom('an entra site');
  const entra = createEntraStandIn({
    clock,
    random,
    keys: keysForTests(),
    origin: () => 'http://127.0.0.1:7011',
    ...options,
  });
  return { app: createEntraApp(entra, { clock, random, limits: limitsOf({}) }), entra, tenantId: entra.tenant.id };
}

/** No test waits for a key to be made. */
export function keysForTests(): EntraStandInOptions['keys'] {
  const known = new Map([
    ['saml-signing-1', testKey('idp')],
    ['saml-signing-2', testKey('idp-next')],
    ['entra-tenant', testKey('tenant')],
  ]);
  return { load: async (name) => known.get(name), save: async (name, pair) => void known.set(name, pair) };
}

export function aRequest(change: Partial<AuthnRequestPlan> = {}): string {
  return writeAuthnRequest({
    id: '_request-1',
    issueInstant: GOOD_AT,
    issuer: 'http://localhost:7010/sso/C46A75',
    assertionConsumerServiceUrl: 'http://localhost:7010/login/saml',
    ...change,
  });
}

/** The XML in the page's SAMLResponse field. */
export function postedResponse(html: string): string {
  const value = /name="SAMLResponse" value="([^"]*)"/.exec(html)?.[1];
  if (value === undefined) throw new Error(`no SAMLResponse in ${html}`);
  return Buffer.from(value, 'base64').toString('utf8');
}
