import type { AuthenticationMethod } from './authentication.js';

/** A user of the tenant, in the words of Microsoft Graph. What a user does not have is absent, and so are the claims made of it. */
export interface EntraUser {
  /** Object id, a GUID. */
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly givenName?: string;
  readonly surname?: string;
  readonly mail?: string;
  readonly userType: 'Member' | 'Guest';
  readonly accountEnabled: boolean;
  /** Where a guest is at home: `live.com`, or the issuer of another tenant. Absent: this tenant. */
  readonly identityProvider?: string;
  /** Ids of the groups the user is a direct member of. */
  readonly memberOf: readonly string[];
  /** Template ids of the user's directory roles, for the `wids` claim. */
  readonly directoryRoles: readonly string[];
  /** How the user signs in unless the sign-in page says otherwise. */
  readonly signsInWith: AuthenticationMethod;
  /** Further sources of claims: `department`, `employeeid`, `extensionattribute1` ... */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the user is here to rehearse, one line. */
  readonly persona?: string;
}

/** A user as people give one: everything but the name may be left out. */
export type UserDraft = Partial<EntraUser> & Pick<EntraUser, 'userPrincipalName'>;

/** A group. `memberOf` makes it a nested group of others. */
export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly memberOf: readonly string[];
  /** For groups synchronized from Active Directory. */
  readonly onPremises?: {
    readonly samAccountName: string;
    readonly netBiosDomain: string;
    readonly dnsDomain: string;
    readonly securityIdentifier: string;
  };
}
