import { ENTRA_CLAIM, NAME_ID_FORMAT } from '../saml/names.js';

/** Where a value comes from: `user.<attribute>`, or a constant in quotes, as the portal writes them. */
export type ClaimSource = string;

export const TRANSFORMATIONS = ['ExtractMailPrefix()', 'ToLowercase()', 'ToUppercase()'] as const;
export type Transformation = (typeof TRANSFORMATIONS)[number];

/** One line of Attributes & Claims. Its full name is namespace + "/" + name, or the bare name. */
export interface ClaimRule {
  readonly name: string;
  readonly namespace?: string;
  readonly source: ClaimSource;
  readonly transformation?: Transformation;
}

/** The formats the portal offers; transient only by request. */
export const NAME_ID_FORMATS = {
  Default: undefined,
  'Email address': NAME_ID_FORMAT.emailAddress,
  Persistent: NAME_ID_FORMAT.persistent,
  Unspecified: NAME_ID_FORMAT.unspecified,
  'Windows domain qualified name': NAME_ID_FORMAT.windowsDomainQualifiedName,
} as const;
export type NameIdFormatName = keyof typeof NAME_ID_FORMATS;

/** Unique User Identifier (Name ID), the required claim. */
export interface NameIdRule {
  readonly source: ClaimSource;
  readonly format: NameIdFormatName;
  readonly transformation?: Transformation;
}

export const GROUP_SCOPES = [
  'All groups',
  'Security groups',
  'Directory roles',
  'Groups assigned to the application',
] as const;
export const GROUP_SOURCES = [
  'Group ID',
  'Cloud-only group display names',
  'sAMAccountName',
  'NetbiosDomain\\sAMAccountName',
  'DNSDomain\\sAMAccountName',
  'On Premises Group Security Identifier',
] as const;

/** The group claim and its advanced options. */
export interface GroupClaim {
  readonly groups: (typeof GROUP_SCOPES)[number];
  readonly sourceAttribute: (typeof GROUP_SOURCES)[number];
  /** Customize the name of the group claim. */
  readonly name?: string;
  readonly namespace?: string;
  /** Emit groups as role claims. */
  readonly asRoles?: boolean;
}

const IDENTITY = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';

export const DEFAULT_NAME_ID: NameIdRule = { source: 'user.userprincipalname', format: 'Email address' };

/** What a gallery application sends besides the core claims, in the order of captured responses. */
export const DEFAULT_CLAIMS: readonly ClaimRule[] = [
  { name: 'givenname', namespace: IDENTITY, source: 'user.givenname' },
  { name: 'surname', namespace: IDENTITY, source: 'user.surname' },
  { name: 'emailaddress', namespace: IDENTITY, source: 'user.mail' },
  { name: 'name', namespace: IDENTITY, source: 'user.userprincipalname' },
];

export function claimName({ name, namespace }: Pick<ClaimRule, 'name' | 'namespace'>): string {
  return namespace ? `${namespace.replace(/\/$/, '')}/${name}` : name;
}

/** Names nobody may give a claim without a signing key of their own (claims mapping policy, restricted set; the ones that matter here). */
export const RESTRICTED_CLAIMS: ReadonlySet<string> = new Set([
  ENTRA_CLAIM.tenantId,
  ENTRA_CLAIM.objectIdentifier,
  ENTRA_CLAIM.identityProvider,
  ENTRA_CLAIM.authnMethodsReferences,
  ENTRA_CLAIM.groupsLink,
  ENTRA_CLAIM.multipleAuthn,
  ENTRA_CLAIM.groups,
  ENTRA_CLAIM.role,
  ENTRA_CLAIM.wids,
  ENTRA_CLAIM.upn,
  `${IDENTITY}/nameidentifier`,
]);
