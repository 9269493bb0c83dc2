import { writeEntraMetadata } from '../src/saml/write-entra-metadata.js';
import { IDP_ENTITY_ID, TENANT_ID } from './a-response.js';
import { type TestKeyName, testKey } from './keys.js';

/** Metadata as Entra publishes it, with these certificates, signed with the first. */
export const entraMetadata = (
  names: readonly [TestKeyName, ...TestKeyName[]],
  { entityId = IDP_ENTITY_ID, path = 'saml2' }: { readonly entityId?: string; readonly path?: string } = {},
): string =>
  writeEntraMetadata({
    id: '_00000000-0000-4000-8000-000000000000',
    entityId,
    singleSignOnUrl: `https://login.microsoftonline.com/${TENANT_ID}/${path}`,
    wsFederationUrl: `https://login.microsoftonline.com/${TENANT_ID}/wsfed`,
    certificates: names.map((name) => testKey(name).certificatePem),
    signWith: testKey(names[0]),
  });
