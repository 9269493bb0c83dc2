import { HarnessError } from '../errors.js';
import type { ClaimSource, Transformation } from './claim-rule.js';
import type { EntraUser } from './user.js';

const ATTRIBUTES: Readonly<Record<string, (user: EntraUser) => string | undefined>> = {
  userprincipalname: (user) => user.userPrincipalName,
  mail: ({ mail }) => mail,
  displayname: ({ displayName }) => displayName,
  givenname: ({ givenName }) => givenName,
  surname: ({ surname }) => surname,
  objectid: ({ id }) => id,
  localuserprincipalname: ({ userPrincipalName }) => userPrincipalName,
};

/** Attributes the portal offers and a user may carry under `attributes`. */
const FURTHER = [
  'assignedroles',
  'city',
  'companyname',
  'country',
  'department',
  'employeeid',
  'facsimiletelephonenumber',
  'jobtitle',
  'mailnickname',
  'mobilephone',
  'netbiosname',
  'dnsdomainname',
  'onpremisesimmutableid',
  'onpremisessamaccountname',
  'onpremisesuserprincipalname',
  'othermail',
  'physicaldeliveryofficename',
  'postalcode',
  'preferredlanguage',
  'primaryauthoritativeemail',
  'state',
  'streetaddress',
  'telephonenumber',
  ...Array.from({ length: 15 }, (_, index) => `extensionattribute${index + 1}`),
];

/** Everything that can be chosen as a source, as the portal writes it. */
export const CLAIM_SOURCES: readonly string[] = [...Object.keys(ATTRIBUTES), ...FURTHER]
  .map((name) => `user.${name}`)
  .sort();

/** The attribute of `user.<attribute>`, or the text of a constant in quotes. */
function readSource(source: ClaimSource): { attribute: string } | { constant: string } | undefined {
  const constant = /^"(.*)"$/s.exec(source)?.[1];
  if (constant !== undefined) return { constant };
  const attribute = /^user\.(\w+)$/i.exec(source)?.[1]?.toLowerCase();
  const isKnown = attribute !== undefined && (Object.hasOwn(ATTRIBUTES, attribute) || FURTHER.includes(attribute));
  return isKnown ? { attribute } : undefined;
}

/** @throws HarnessError `CLAIM_SOURCE_UNKNOWN` for anything the portal does not offer. */
export function checkSource(source: ClaimSource): void {
  if (readSource(source)) return;
  throw new HarnessError(
    'CLAIM_SOURCE_UNKNOWN',
    `"${source.slice(0, 80)}" is not a source attribute.`,
    'Use user.mail, user.userprincipalname and the like, or a constant in double quotes.',
  );
}

/**
 * The value of a source for a user, after its transformation; `undefined` when the user has none. Roles are for `claims.ts`.
 */
export function sourceValue(user: EntraUser, source: ClaimSource, transformation?: Transformation): string | undefined {
  const read = readSource(source);
  if (!read) return undefined;
  const value = 'constant' in read ? read.constant : attributeOf(user, read.attribute);
  return value === undefined || value === '' ? undefined : transform(value, transformation);
}

function attributeOf(user: EntraUser, attribute: string): string | undefined {
  const own = Object.hasOwn(ATTRIBUTES, attribute) ? ATTRIBUTES[attribute]?.(user) : undefined;
  return own ?? (Object.hasOwn(user.attributes, attribute) ? user.attributes[attribute] : undefined);
}

function transform(value: string, transformation: Transformation | undefined): string | undefined {
  switch (transformation) {
    case 'ExtractMailPrefix()':
      return /^([^@]+)@/.exec(value)?.[1];
    case 'ToLowercase()':
      return value.toLowerCase();
    case 'ToUppercase()':
      return value.toUpperCase();
    case undefined:
      return value;
  }
}
