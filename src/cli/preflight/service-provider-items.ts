import { problemOfReplyUrl } from '../../entra/reply-url.js';
import { accountWarnings } from '../../sp/account.js';
import { mimecast } from '../../sp/mimecast.js';
import type { PreflightItem } from './item.js';
import { ACCOUNT_CODE, BASIC_SAML } from './places.js';

export interface EnteredNames {
  readonly entityId?: string;
  readonly assertionConsumerServiceUrl?: string;
  /** Entity ID of the IdP, from its metadata. */
  readonly idpEntityId?: string;
}

/** Identifier and Reply URL: what Entra would take, and what does not fit together. */
export function serviceProviderItems({
  entityId,
  assertionConsumerServiceUrl: acs,
  idpEntityId,
}: EnteredNames): PreflightItem[] {
  return [
    ...(entityId === undefined
      ? [unknown('identifier', 'Identifier', '--entity-id')]
      : identifierItems(entityId, idpEntityId)),
    ...(acs === undefined ? [unknown('reply-url', 'Reply URL', '--acs')] : replyUrlItems(acs)),
    ...(entityId !== undefined && acs !== undefined ? regionItems(entityId, acs) : []),
  ];
}

function unknown(id: string, name: string, flag: string): PreflightItem {
  return { id, status: 'unknown', summary: `The ${name} was not looked at: give it with ${flag}.` };
}

function identifierItems(entityId: string, idpEntityId: string | undefined): PreflightItem[] {
  const id = 'identifier';
  const remedy = `${BASIC_SAML} > Identifier (Entity ID)`;
  if (entityId !== entityId.trim() || /\s/.test(entityId))
    return [
      { id, status: 'problem', summary: `The Identifier holds white space: ${JSON.stringify(entityId)}.`, remedy },
    ];
  if (entityId === idpEntityId)
    return [
      {
        id,
        status: 'problem',
        summary: "The Identifier is the IdP's own entityID; it has to be the service provider's.",
        remedy,
      },
    ];
  if (/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(entityId))
    return [
      {
        id,
        status: 'warning',
        summary: 'The Identifier is a bare GUID: Entra will write the audience as spn:<GUID>.',
        remedy,
      },
    ];
  const account = mimecastAccount(entityId);
  if (!account) return [{ id, status: 'ok', summary: `Identifier: ${entityId}.` }];
  const warnings = accountWarnings(account.code, account.region);
  if (warnings.length === 0)
    return [
      {
        id,
        status: 'ok',
        summary: `Identifier of Mimecast account ${account.code}, region ${account.region}: ${entityId}.`,
      },
    ];
  return warnings.map((summary) => ({ id, status: 'warning', summary, remedy: ACCOUNT_CODE }));
}

function replyUrlItems(acs: string): PreflightItem[] {
  const problem = problemOfReplyUrl(acs);
  const id = 'reply-url';
  if (problem !== undefined) return [{ id, status: 'problem', summary: problem, remedy: `${BASIC_SAML} > Reply URL` }];
  return [{ id, status: 'ok', summary: `Entra takes the Reply URL ${acs}.` }];
}

function regionItems(entityId: string, acs: string): PreflightItem[] {
  const account = mimecastAccount(entityId);
  const host = URL.canParse(acs) ? new URL(acs).hostname : undefined;
  const region = mimecast.regions.find((one) => one.host === host);
  if (!account || !region || region.id === account.region) return [];
  const summary = `The Identifier is of region ${account.region}, the Reply URL of region ${region.id}.`;
  return [{ id: 'region', status: 'problem', summary, remedy: `${BASIC_SAML}: take both from the same region` }];
}

function mimecastAccount(entityId: string): { readonly region: string; readonly code: string } | undefined {
  for (const { id, host } of mimecast.regions) {
    const [style] = mimecast.entityIdStyles;
    const prefix = style.write(host, '');
    if (entityId.startsWith(prefix) && entityId.length > prefix.length)
      return { region: id, code: entityId.slice(prefix.length) };
  }
  return undefined;
}
