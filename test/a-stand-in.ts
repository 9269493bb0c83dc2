/** A stand-in for tests: the tutorial's application, known keys, one instant, no chance. */

import type { Application } from '../src/entra/application.js';
import type { KeyPair, KeyVault } from '../src/entra/key-vault.js';
import { seededRandom } from '../src/entra/seeded-random.js';
import { createEntraStandIn, type EntraStandIn } from '../src/entra/stand-in.js';
import type { UserDraft } from '../src/entra/user.js';
import { testKey } from './keys.js';

export const AT = new Date('2026-03-02T09:15:00.000Z');
export const ENTITY_ID = 'https://eu-api.mimecast.com/sso/C46A75';
export const ACS = 'https://eu-api.mimecast.com/login/saml';

const VAULT: Readonly<Record<string, KeyPair>> = {
  'saml-signing-1': testKey('idp'),
  'saml-signing-2': testKey('idp-next'),
  'entra-tenant': testKey('tenant'),
  rogue: testKey('rogue'),
};

/** The test keys under the names the stand-in keeps its own by; others are made and kept as long as the test. */
export function testVault(): KeyVault {
  const made = new Map(Object.entries(VAULT));
  return { load: async (name) => made.get(name), save: async (name, pair) => void made.set(name, pair) };
}

export function aStandIn(
  seed = 'stand-in',
  options: {
    readonly application?: Partial<Application>;
    readonly users?: readonly UserDraft[];
    readonly tenantId?: string;
    readonly now?: () => Date;
  } = {},
): EntraStandIn {
  const { application, now = () => AT, ...rest } = options;
  return createEntraStandIn({
    clock: { now },
    random: seededRandom(seed),
    keys: testVault(),
    origin: () => 'http://127.0.0.1:7011',
    application: { identifiers: [ENTITY_ID], replyUrls: [ACS], ...application },
    ...rest,
  });
}
