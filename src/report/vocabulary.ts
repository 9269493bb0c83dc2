/** What a message says that belongs to nobody: names out of standards, instants, hosts of the vendors. */

import {
  AUTHN_CONTEXT,
  BINDING,
  BLOCK_ENCRYPTION,
  CANONICALIZATION,
  CONFIRMATION_METHOD,
  DIGEST,
  ENTRA_CLAIM,
  KEY_TRANSPORT,
  NAME_ID_FORMAT,
  NS,
  SIGNATURE_METHOD,
  STATUS,
  TRANSFORM,
} from '../saml/names.js';

const TABLES = [NS, BINDING, STATUS, NAME_ID_FORMAT, CONFIRMATION_METHOD, AUTHN_CONTEXT, CANONICALIZATION, TRANSFORM];
const ALGORITHMS = [DIGEST, SIGNATURE_METHOD, BLOCK_ENCRYPTION, KEY_TRANSPORT, ENTRA_CLAIM];
const NAMES = new Set<string>([...TABLES, ...ALGORITHMS].flatMap((table) => Object.values(table)));

const STANDARD_URI =
  /^(urn:oasis:|urn:ietf:|urn:federation:authentication:|https?:\/\/(www\.w3\.org|docs\.oasis-open\.org|schemas\.xmlsoap\.org|schemas\.microsoft\.com|schemas\.openid\.net)\/)[\x21-\x7e]*$/;
const PLAIN = /^(\d{1,2}(\.\d)?|true|false|xs:[a-zA-Z]+|xsd:[a-zA-Z]+|-?\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)?)$/;

/** True for a whole value that says nothing about a person or an organisation. */
export function isVocabulary(value: string): boolean {
  return value === '' || NAMES.has(value) || STANDARD_URI.test(value) || PLAIN.test(value);
}

const PUBLIC_HOST =
  /^(localhost|127\.0\.0\.1|\[::1\]|login\.microsoftonline\.(com|us)|login\.windows\.net|sts\.windows\.net|account\.activedirectory\.windowsazure\.com|myapps\.microsoft\.com|portal\.azure\.com|entra\.microsoft\.com|([a-z0-9-]+\.)*mimecast\.com|(www\.)?w3\.org|docs\.oasis-open\.org|learn\.microsoft\.com|schemas\.(xmlsoap\.org|microsoft\.com))$/i;

/** Hosts that are the same for every customer. */
export function isPublicHost(host: string): boolean {
  return PUBLIC_HOST.test(host);
}

const PATH_WORDS = new Set(
  'saml saml2 sso slo acs login logout metadata common oauth2 callback federationmetadata 2007-06 federationmetadata.xml api v1 auth consume post redirect adcon mpp wsfed error idp sp accounts account ws identity claims'.split(
    ' ',
  ),
);

/** Segments of a path that are nobody's name. */
export function isPathWord(segment: string): boolean {
  return PATH_WORDS.has(segment.toLowerCase());
}
