import type { Clock, Random } from '../clock.js';
import { writeEntraMetadata } from '../saml/write-metadata.js';
import { newMessageId } from './guid.js';
import type { KeyPair, Keys } from './key-vault.js';
import type { EntraStandIn } from './stand-in.js';
import { issuerOf } from './tenant.js';

/** Below the tenant's id. */
export const METADATA_PATH = 'federationmetadata/2007-06/federationmetadata.xml';

interface MetadataQuestion {
  readonly appId?: string | undefined;
  readonly origin: string;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly random: Random;
}

/** What tenant-wide metadata calls its keys. Source: captured documents. */
const TENANT_COMMON_NAME = 'accounts.accesscontrol.windows.net';

/**
 * Federation metadata: with every certificate of the application, inactive ones too, signed by the one that signs assertions; or, when
 * `appId` is there but undefined, the tenant's, whose key has nothing to do with the application.
 */
export async function writeStandInMetadata(standIn: EntraStandIn, question: MetadataQuestion): Promise<string> {
  const { tenant, certificates } = standIn;
  const { origin, random } = question;
  const isTenantWide = 'appId' in question && question.appId === undefined;
  const signWith = isTenantWide ? await tenantKey(question) : (await certificates.current())?.keys;
  const published = isTenantWide
    ? [signWith?.certificatePem].filter((pem) => pem !== undefined)
    : (await certificates.list()).map(({ certificate }) => certificate.pem);
  return writeEntraMetadata({
    id: newMessageId(random, 'response'),
    entityId: issuerOf(tenant.id),
    singleSignOnUrl: `${origin}/${tenant.id}/saml2`,
    wsFederationUrl: `${origin}/${tenant.id}/wsfed`,
    certificates: published,
    ...(signWith && { signWith }),
  });
}

/** The tenant's own key: it signs tokens of other protocols, and the tenant-wide metadata. */
export function tenantKey({ keys, clock }: Pick<MetadataQuestion, 'keys' | 'clock'>): Promise<KeyPair> {
  return keys.get('entra-tenant', { notBefore: clock.now(), commonName: TENANT_COMMON_NAME });
}
