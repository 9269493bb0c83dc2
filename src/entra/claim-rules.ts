/** One row of Attributes & Claims. */
export interface ClaimRule {
  readonly name: string;
  /** Goes before the name with a slash; without it the bare name is the attribute's. */
  readonly namespace?: string;
  /** A directory attribute such as `user.mail`, or a constant in double quotes. */
  readonly source: string;
}

/** Which groups the groups claim returns, and as what. */
export interface GroupClaim {
  readonly groups: 'all' | 'security' | 'assigned-to-application' | 'directory-roles';
  readonly source: 'group-id' | 'display-name';
  /** Another attribute name than Entra's. */
  readonly name?: string;
  readonly namespace?: string;
}

const XMLSOAP = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';

/** What a new application sends beside the core claims, in the order it is sent. */
export const DEFAULT_CLAIMS: readonly ClaimRule[] = [
  { namespace: XMLSOAP, name: 'givenname', source: 'user.givenname' },
  { namespace: XMLSOAP, name: 'surname', source: 'user.surname' },
  { namespace: XMLSOAP, name: 'emailaddress', source: 'user.mail' },
  { namespace: XMLSOAP, name: 'name', source: 'user.userprincipalname' },
];

/** `namespace/name`, or the bare name. */
export function claimType({ name, namespace }: Pick<ClaimRule, 'name' | 'namespace'>): string {
  return namespace === undefined || namespace === '' ? name : `${namespace.replace(/\/$/, '')}/${name}`;
}
