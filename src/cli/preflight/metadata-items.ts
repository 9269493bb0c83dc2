import type { ReadMetadata } from '../../saml/read-metadata.js';
import type { PreflightItem } from './item.js';
import { SAML_CERTIFICATES } from './places.js';

const APP_METADATA = `${SAML_CERTIFICATES} > App Federation Metadata Url (it ends in ?appid=…).`;

/** The metadata as a document, and the IdP it describes. */
export function metadataItems(
  { identityProvider, problems, entityIds }: ReadMetadata,
  source: string,
): PreflightItem[] {
  const found: PreflightItem[] = problems.map(({ kind, severity, message }) => ({
    id: `metadata-${kind}`,
    // The keys of the tenant sign no assertion of the application: no login can be accepted with them.
    status: severity === 'error' || kind === 'tenant-wide' ? 'problem' : 'warning',
    summary: message,
    ...(REMEDIES[kind] !== undefined && { remedy: REMEDIES[kind] }),
  }));
  if (identityProvider?.entityId !== undefined)
    found.unshift({ id: 'metadata', status: 'ok', summary: `The metadata describes ${identityProvider.entityId}.` });
  if (!identityProvider && problems.length === 0)
    found.push({
      id: 'metadata',
      status: 'problem',
      summary: `No identity provider could be chosen among ${entityIds.join(', ') || 'none'}.`,
      remedy: APP_METADATA,
    });
  return [...found, ...sourceItems(source), ...endpointItems(identityProvider?.singleSignOn ?? [])];
}

const REMEDIES: Readonly<Record<string, string>> = {
  'tenant-wide': APP_METADATA,
  'template-entity-id': APP_METADATA,
  'service-provider': 'Give the metadata of the IdP; this one is what the IdP would import.',
  'not-metadata': APP_METADATA,
  'no-signing-key': APP_METADATA,
};

function sourceItems(source: string): PreflightItem[] {
  if (!/^https:\/\/login\.microsoftonline\.(com|us)\//i.test(source) || /[?&]appid=/i.test(source)) return [];
  const summary =
    'The metadata URL has no ?appid=, so it answers with the keys of the tenant, which do not sign assertions.';
  return [{ id: 'metadata-url', status: 'problem', summary, remedy: APP_METADATA }];
}

function endpointItems(endpoints: readonly { readonly binding: string; readonly location: string }[]): PreflightItem[] {
  const post = endpoints.find(({ binding }) => binding.endsWith(':HTTP-POST'));
  if (endpoints.length === 0) return [];
  if (post) return [{ id: 'sign-on-endpoint', status: 'ok', summary: `Requests go by HTTP-POST to ${post.location}.` }];
  const summary = 'The IdP takes requests by HTTP-Redirect only; Mimecast is documented to send them by HTTP-POST.';
  return [
    {
      id: 'sign-on-endpoint',
      status: 'warning',
      summary,
      remedy: 'Rehearse an SP-initiated login before relying on it.',
    },
  ];
}
