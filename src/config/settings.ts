/** Every setting once: its flag, its words, its default. Flags, environment, file, help and documentation are made from this table. */

export interface Setting {
  /** Name in a configuration file. */
  readonly key: string;
  readonly type: 'string' | 'number' | 'boolean';
  /** What stands behind the flag in help, e.g. `<seconds>`; none for a switch. */
  readonly argument?: string;
  readonly description: string;
  /** Kept out of printed configurations. */
  readonly secret?: true;
}

export const SETTINGS: readonly Setting[] = [
  {
    key: 'region',
    type: 'string',
    argument: '<region>',
    description: 'Mimecast region: eu, us, za, au, jer, de, usb, ca; uspcom is unconfirmed',
  },
  { key: 'accountCode', type: 'string', argument: '<code>', description: 'Mimecast account code' },
  {
    key: 'host',
    type: 'string',
    argument: '<address>',
    description: 'address to listen on; anything but loopback needs a token',
  },
  {
    key: 'port',
    type: 'number',
    argument: '<port>',
    description: 'port of the service provider and the inspector; 0 for any free one',
  },
  {
    key: 'entraPort',
    type: 'number',
    argument: '<port>',
    description: 'port of the stand-in for Entra ID; 0 for any free one',
  },
  { key: 'entra', type: 'boolean', description: 'serve the stand-in for Entra ID (--no-entra leaves it out)' },
  {
    key: 'entraSeed',
    type: 'string',
    argument: '<file>',
    description: 'users, groups, assignments and application of the stand-in, as YAML or JSON',
  },
  {
    key: 'publicUrl',
    type: 'string',
    argument: '<url>',
    description: 'URL under which browsers reach the service provider, when a proxy stands before it',
  },
  {
    key: 'idpMetadata',
    type: 'string',
    argument: '<url|file>',
    description: 'federation metadata of a real tenant instead of the stand-in',
  },
  {
    key: 'entityId',
    type: 'string',
    argument: '<uri>',
    description: 'Identifier (Entity ID) of the service provider, when it is not the one of the profile',
  },
  {
    key: 'acsUrl',
    type: 'string',
    argument: '<url>',
    description: 'Reply URL (AssertionConsumerService), when it is not this server’s own',
  },
  { key: 'dataDir', type: 'string', argument: '<folder>', description: 'folder for logins and keys' },
  {
    key: 'store',
    type: 'string',
    argument: '<memory|sqlite:path|postgres-url>',
    description: 'where logins are kept',
    secret: true,
  },
  {
    key: 'tls',
    type: 'boolean',
    description: 'serve the service provider over TLS with a certificate made for this machine',
  },
  {
    key: 'tlsPort',
    type: 'number',
    argument: '<port>',
    description: 'port on which a verbatim rehearsal answers for the vendor’s host names; 0 for any free one',
  },
  { key: 'verbatim', type: 'boolean', description: 'rehearse on the vendor’s own host names' },
  {
    key: 'token',
    type: 'string',
    argument: '<token>',
    description: 'token that inspector, API and stand-in ask for',
    secret: true,
  },
  {
    key: 'trustProxy',
    type: 'string',
    argument: '<addresses>',
    description:
      'reverse proxies whose X-Forwarded-* headers are believed, such as 10.0.0.5 or loopback; default: none',
  },
  {
    key: 'maxBodyBytes',
    type: 'number',
    argument: '<bytes>',
    description: 'largest form that is read (default: 262144)',
  },
  {
    key: 'maxMessageBytes',
    type: 'number',
    argument: '<bytes>',
    description: 'largest message once decoded, decompressed or decrypted (default: as --max-body-bytes)',
  },
  { key: 'maxElements', type: 'number', argument: '<n>', description: 'most elements of a message (default: 3000)' },
  { key: 'maxDepth', type: 'number', argument: '<n>', description: 'deepest nesting of elements (default: 32)' },
  {
    key: 'maxAttributes',
    type: 'number',
    argument: '<n>',
    description: 'most attributes and namespace declarations of one element (default: 64)',
  },
  {
    key: 'maxRequestsPerMinute',
    type: 'number',
    argument: '<n>',
    description: 'most requests of one address in a minute, 0 for no limit (default: 6000, this machine not counted)',
  },
  {
    key: 'maxPostsAtOnce',
    type: 'number',
    argument: '<n>',
    description: 'messages that are judged at one time (default: 32)',
  },
  {
    key: 'maxPostsWaiting',
    type: 'number',
    argument: '<n>',
    description: 'messages that wait for their turn; beyond, 503 (default: 512)',
  },
  { key: 'clockSkew', type: 'number', argument: '<seconds>', description: 'tolerated difference between two clocks' },
  { key: 'retain', type: 'number', argument: '<n>', description: 'keep at most this many logins' },
  { key: 'retainDays', type: 'number', argument: '<n>', description: 'keep logins for at most this many days' },
  {
    key: 'retainMegabytes',
    type: 'number',
    argument: '<n>',
    description: 'keep the newest logins that have room in this many megabytes',
  },
  {
    key: 'contract',
    type: 'string',
    argument: '<file>',
    description: 'claim contract that every login is held against, YAML or JSON',
  },
  {
    key: 'record',
    type: 'string',
    argument: '<folder>',
    description: 'write the record of every answered login there, for replay',
  },
  {
    key: 'logLevel',
    type: 'string',
    argument: '<level>',
    description: 'fatal, error, warn, info, debug, trace or silent',
  },
  { key: 'json', type: 'boolean', description: 'print machine-readable lines' },
  {
    key: 'iKnowThisIsATestIdp',
    type: 'boolean',
    description: 'let the stand-in, which signs in anybody as anybody, be reached from other machines',
  },
];

/** `accountCode` → `--account-code`. */
export const flagOf = (key: string): string => `--${kebab(key)}`;

/** `accountCode` → `SAML_REHEARSAL_ACCOUNT_CODE`. */
export const variableOf = (key: string): string => `SAML_REHEARSAL_${kebab(key).replaceAll('-', '_').toUpperCase()}`;

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
