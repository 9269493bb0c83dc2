import { difference } from '../../diagnosis/difference.js';
import { type Account, accountOf } from '../../sp/account.js';
import { mimecast } from '../../sp/mimecast.js';
import type { PreflightItem } from './item.js';
import { BASIC_SAML } from './places.js';

/** What Entra has to hold for this account, against what was entered. */
export function expectedItems(
  account: { readonly accountCode: string; readonly region: string },
  entered: { readonly entityId?: string; readonly acs?: string },
): PreflightItem[] {
  const wanted: Account = accountOf({ ...account, origin: '', verbatim: true });
  return [
    ...compared('identifier-expected', 'Identifier (Entity ID)', wanted.entityId, entered.entityId),
    ...compared('reply-url-expected', 'Reply URL', wanted.assertionConsumerServiceUrl, entered.acs),
  ];
}

function compared(id: string, field: string, wanted: string, entered: string | undefined): PreflightItem[] {
  if (entered === undefined) return [];
  const off = difference(wanted, entered);
  if (!off) return [{ id, status: 'ok', summary: `The ${field} is that of the account, letter by letter.` }];
  if (isLocal(entered))
    return [{ id, status: 'ok', summary: `The ${field} is of a rehearsal on this machine: ${entered}.` }];
  const isOther =
    id === 'reply-url-expected' && mimecast.endpoints.some(({ path }) => entered === originOf(wanted) + path);
  if (isOther) return [{ id, status: 'ok', summary: `The ${field} is one of the account's: ${entered}.` }];
  const summary = `The ${field} is not that of the account: ${off.words}.\n${off.marked}`;
  return [{ id, status: 'problem', summary, remedy: `${BASIC_SAML} > ${field}: enter ${wanted}` }];
}

const isLocal = (url: string): boolean => URL.canParse(url) && new URL(url).hostname === 'localhost';

const originOf = (url: string): string => new URL(url).origin;

/** Names that are nearly Mimecast's: the form for other IdPs, a host of no region, a path of no endpoint. */
export function patternItems(entityId: string | undefined, acs: string | undefined): PreflightItem[] {
  return [
    // White space around it is said on its own.
    ...(entityId === undefined ? [] : identifierPattern(entityId.trim())),
    ...(acs === undefined ? [] : acsPattern(acs)),
  ];
}

function identifierPattern(entityId: string): PreflightItem[] {
  if (!mimecast.recognizes(entityId)) return [];
  const id = 'identifier-pattern';
  const remedy = `${BASIC_SAML} > Identifier (Entity ID): https://<region>-api.mimecast.com/sso/<ACCOUNT CODE>`;
  const [azure, ...others] = mimecast.entityIdStyles;
  const isForm = (form: typeof azure, code: RegExp) =>
    mimecast.regions.some(({ host }) => {
      const prefix = form.write(host, '');
      return entityId.startsWith(prefix) && code.test(entityId.slice(prefix.length));
    });
  if (isForm(azure, /^[A-Za-z0-9]+$/)) return [];
  const other = others.find((form) => isForm(form, /^[A-Za-z0-9]+$/));
  const summary = other
    ? `The Identifier has ${other.description}; with Entra it is ${azure.description} that Mimecast expects.`
    : `The Identifier is Mimecast's by its host, but has none of the forms that are known: ${entityId}.`;
  return [{ id, status: other ? 'warning' : 'problem', summary, remedy }];
}

function acsPattern(acs: string): PreflightItem[] {
  if (!URL.canParse(acs) || !mimecast.recognizes(acs)) return [];
  const { host, pathname, search, hash } = new URL(acs);
  const id = 'reply-url-pattern';
  const remedy = `${BASIC_SAML} > Reply URL: https://<region>-api.mimecast.com/login/saml`;
  const isHost = mimecast.regions.some((region) => region.host === host);
  if (!isHost)
    return [
      { id, status: 'problem', summary: `The host of the Reply URL is that of no known region: ${host}.`, remedy },
    ];
  if (search === '' && hash === '' && mimecast.endpoints.some(({ path }) => path === pathname)) return [];
  const paths = mimecast.endpoints.map(({ path }) => path).join(', ');
  const summary = `The path of the Reply URL is none of those that are known (${paths}): ${pathname}${search}${hash}.`;
  return [{ id, status: 'problem', summary, remedy }];
}
