import type { TenantUser } from './tenant.js';

/**
 * The value of a claim's source for a user: a directory attribute (`user.mail`), or a constant in double quotes.
 *
 * @returns `undefined` when the attribute is null; the claim is left out then.
 */
export function readSource(source: string, user: TenantUser): string | undefined {
  const constant = /^"(.*)"$/s.exec(source)?.[1];
  if (constant !== undefined) return constant;
  return emptyAsNull(directoryAttribute(source.replace(/^user\./, '').toLowerCase(), user));
}

function directoryAttribute(name: string, user: TenantUser): string | undefined {
  switch (name) {
    case 'userprincipalname':
    case 'localuserprincipalname':
      return user.upn;
    case 'mail':
      return user.mail;
    case 'displayname':
      return user.displayName;
    case 'givenname':
      return user.givenName;
    case 'surname':
      return user.surname;
    case 'objectid':
      return user.id;
    case 'mailnickname':
      return user.upn.split('@')[0];
    default:
      return new Map(Object.entries(user.attributes ?? {}).map(([key, value]) => [key.toLowerCase(), value])).get(name);
  }
}

function emptyAsNull(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
