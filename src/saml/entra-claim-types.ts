/** The 19 claim types Entra's federation metadata offers, in its order. Names as published; the descriptions are our own words. */

const XMLSOAP = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';
const IDENTITY = 'http://schemas.microsoft.com/identity/claims';
const WS_2008 = 'http://schemas.microsoft.com/ws/2008/06/identity/claims';
const CLAIMS = 'http://schemas.microsoft.com/claims';

export const ENTRA_CLAIM_TYPES: readonly (readonly [uri: string, displayName: string, description: string])[] = [
  [`${XMLSOAP}/name`, 'Name', 'Name of the user, which may change.'],
  [`${XMLSOAP}/nameidentifier`, 'Subject', 'Identifier of the user at one application, which never changes.'],
  [`${XMLSOAP}/givenname`, 'Given Name', 'First name.'],
  [`${XMLSOAP}/surname`, 'Surname', 'Last name.'],
  [`${IDENTITY}/displayname`, 'Display Name', 'Name to show.'],
  [`${IDENTITY}/nickname`, 'Nick Name', 'Nick name.'],
  [`${WS_2008}/authenticationinstant`, 'Authentication Instant', 'When the user signed in, in UTC.'],
  [`${WS_2008}/authenticationmethod`, 'Authentication Method', 'How the user signed in.'],
  [`${IDENTITY}/objectidentifier`, 'ObjectIdentifier', 'Identifier of the user in the directory.'],
  [`${IDENTITY}/tenantid`, 'TenantId', 'Identifier of the tenant.'],
  [`${IDENTITY}/identityprovider`, 'IdentityProvider', 'Who vouches for the user.'],
  [`${XMLSOAP}/emailaddress`, 'Email', 'E-mail address.'],
  [`${WS_2008}/groups`, 'Groups', 'Groups the user belongs to.'],
  [`${IDENTITY}/accesstoken`, 'External Access Token', 'Access token of an external identity provider.'],
  [`${WS_2008}/expiration`, 'External Access Token Expiration', 'When that access token expires, in UTC.'],
  [`${IDENTITY}/openid2_id`, 'External OpenID 2.0 Identifier', 'OpenID 2.0 identifier at an external provider.'],
  [`${CLAIMS}/groups.link`, 'GroupsOverageClaim', 'Stands for the groups when there are too many of them.'],
  [`${WS_2008}/role`, 'Role Claim', 'Roles of the user at the application.'],
  [`${WS_2008}/wids`, 'RoleTemplate Id Claim', 'Directory roles of the user, as template identifiers.'],
];
