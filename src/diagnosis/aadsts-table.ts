/**
 * What Entra ID's error numbers mean for a SAML login, in our words. Source of the numbers and names: Microsoft's error code
 * reference and troubleshooting articles (read 2025), and public reports. Microsoft says that texts change: only numbers are matched.
 */

import type { RemedyId } from './remedies.js';

export interface AadstsEntry {
  /** Microsoft's symbolic name, where it has one. */
  readonly name?: string;
  readonly cause: string;
  readonly fix: string;
  readonly who: 'IdP administrator' | 'SP administrator' | 'developer';
  /** Where, when it is one of the places this project knows. */
  readonly remedy?: RemedyId;
  /** True for the numbers that only wrap another, more telling one. */
  readonly wrapper?: true;
}

const idp = 'IdP administrator';
const sp = 'SP administrator';
const dev = 'developer';

export const AADSTS: ReadonlyMap<number, AadstsEntry> = new Map<number, AadstsEntry>([
  [
    50011,
    {
      name: 'InvalidReplyTo',
      who: idp,
      remedy: 'register-reply-url',
      cause:
        'The AssertionConsumerServiceURL of the request is not one of the Reply URLs of the application. It is compared exactly: http or https, upper and lower case of the path, and a slash at the end count.',
      fix: 'Enter the URL of the request as Reply URL, or make the service provider send the registered one (a proxy in front often turns https into http).',
    },
  ],
  [
    700016,
    {
      name: 'UnauthorizedClient_DoesNotMatchRequest',
      who: idp,
      remedy: 'register-identifier',
      cause:
        'No application in this tenant has the Issuer of the request as its Identifier (or the request went to another tenant).',
      fix: 'Make the Identifier (Entity ID) of the application and the Issuer of the request the same, letter by letter; make sure the login URL is that of the right tenant.',
    },
  ],
  [
    70001,
    {
      name: 'UnauthorizedClient',
      who: idp,
      remedy: 'register-identifier',
      cause:
        'The older number for an Issuer that is not the Identifier of any application in the tenant; a slash at the end is enough.',
      fix: 'Make the Identifier (Entity ID) and the Issuer of the request the same, letter by letter.',
    },
  ],
  [
    650056,
    {
      name: 'MisconfiguredApplication',
      who: idp,
      remedy: 'register-identifier',
      cause:
        'The Issuer of the request does not fit the application, or the application has no consented permission to sign users in.',
      fix: 'Make Identifier and Issuer the same; if they are, grant the application User.Read (admin consent).',
    },
  ],
  [
    65005,
    {
      name: 'MisconfiguredApplication',
      who: idp,
      remedy: 'register-identifier',
      cause: 'The application is set up in a way that cannot work; for SAML this is usually a wrong Identifier.',
      fix: 'Compare the Identifier (Entity ID) with the Issuer of the request.',
    },
  ],
  [
    50105,
    {
      name: 'EntitlementGrantsNotFound',
      who: idp,
      remedy: 'assign-user',
      cause:
        'The user is not assigned to the application. Membership in a group inside an assigned group does not count.',
      fix: 'Assign the user, or a group the user is a direct member of, or set "Assignment required" to No.',
    },
  ],
  [
    75011,
    {
      name: 'NoMatchedAuthnContextInOutputClaims',
      who: sp,
      remedy: 'untick-contexts',
      cause:
        'The request demands a way of signing in (RequestedAuthnContext), and the user has already signed in another way: with Windows, a security key, a certificate or a second factor.',
      fix: 'Stop sending RequestedAuthnContext: in Mimecast untick "Use Password Protected Context" and "Use Integrated Authentication Context". Otherwise send ForceAuthn="true" with it.',
    },
  ],
  [
    75005,
    {
      name: 'Saml2MessageInvalid',
      who: dev,
      remedy: 'mend-request',
      cause: 'What Entra received is not a valid SAML request: a piece is missing, or it is encoded wrongly.',
      fix: 'Capture the request and compare it with a good one: ID, Version, IssueInstant, Issuer; DEFLATE, base64 and URL encoding for the Redirect binding.',
    },
  ],
  [
    75001,
    {
      name: 'BindingSerializationError',
      who: dev,
      remedy: 'mend-request',
      cause: 'The request could not be unpacked from its binding: wrong compression, base64 or URL encoding.',
      fix: 'For Redirect: raw DEFLATE, then base64, then URL-encode once. For POST: base64 only.',
    },
  ],
  [
    75003,
    {
      name: 'UnsupportedBindingError',
      who: dev,
      remedy: 'mend-request',
      cause: 'The request asks for an answer by another binding than HTTP-POST; Entra answers by HTTP-POST only.',
      fix: 'Leave ProtocolBinding out, or set it to urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST.',
    },
  ],
  [
    75006,
    {
      who: dev,
      remedy: 'mend-request',
      wrapper: true,
      cause: 'Something in the request is not supported; the number inside the message says what.',
      fix: 'Look at the second AADSTS number in the message.',
    },
  ],
  [
    90011,
    {
      who: dev,
      remedy: 'mend-request',
      cause:
        'A property of the request is not supported; the message names it (for example NameIDPolicy/SPNameQualifier).',
      fix: 'Leave that property out of the request.',
    },
  ],
  [
    75008,
    {
      name: 'RequestDeniedError',
      who: dev,
      remedy: 'mend-request',
      cause: 'The request was denied because its Destination is not what Entra expects.',
      fix: 'Write the login URL the request is sent to as Destination, or leave it out.',
    },
  ],
  [
    75016,
    {
      name: 'Saml2AuthenticationRequestInvalidNameIDPolicy',
      who: dev,
      remedy: 'mend-request',
      cause: 'NameIDPolicy asks for a format Entra does not issue.',
      fix: 'Ask for emailAddress, persistent, unspecified or transient, or for none.',
    },
  ],
  [
    750054,
    {
      who: sp,
      remedy: 'set-sign-on-url',
      cause:
        'Somebody opened the login URL without a SAMLRequest: a bookmark, a Sign-on URL that is really the login URL of Entra, or a service provider that did not start a SAML login.',
      fix: "Start at the service provider's sign-on page; enter that page, not Entra's login URL, as Sign-on URL.",
    },
  ],
  [
    7500511,
    {
      who: dev,
      remedy: 'mend-request',
      cause: 'AssertionConsumerServiceURL is not an absolute URL.',
      fix: 'Send the full URL, beginning with https://.',
    },
  ],
  [
    7500514,
    {
      who: idp,
      remedy: 'look-at-idp-log',
      cause:
        'The identity provider that Entra itself relies on (federation) answered with something Entra does not understand.',
      fix: 'Look at the federation of the domain, not at this application.',
    },
  ],
  [
    7500522,
    {
      who: dev,
      remedy: 'drop-authn-context',
      cause: 'AuthnContextClassRef in the request is not a URI.',
      fix: 'Leave RequestedAuthnContext out, or write the class as its full URN.',
    },
  ],
  [
    7500525,
    {
      who: dev,
      remedy: 'mend-request',
      cause: 'The request is not well-formed XML, or a required value in it is empty.',
      fix: 'Read the request as XML at the position the message names.',
    },
  ],
  [
    7500529,
    {
      who: dev,
      remedy: 'mend-request',
      cause:
        'The ID of the request begins with a digit, or holds characters an XML ID must not have (/ + = of base64, for example).',
      fix: 'Begin the ID with a letter or _ and use letters, digits, - and . only: for example _ and a hexadecimal number.',
    },
  ],
  [
    7500530,
    {
      who: dev,
      remedy: 'mend-request',
      cause: 'A LogoutRequest without NameID.',
      fix: 'Send the NameID of the login in the LogoutRequest.',
    },
  ],
  [
    76021,
    {
      name: 'ApplicationRequiresSignedRequests',
      who: sp,
      remedy: 'mend-signed-requests',
      cause:
        'The application demands signed requests ("Require verification certificates"), and this one is not signed, or not at the place its binding wants.',
      fix: 'Sign the request, or switch "Require verification certificates" off. Logins from My Apps and the Test button cannot work while it is on.',
    },
  ],
  [
    76026,
    {
      name: 'RequestIssueTimeExpired',
      who: dev,
      remedy: 'set-clock',
      cause: 'The IssueInstant of the request is too long ago.',
      fix: "Set the service provider's clock, and send each request at once.",
    },
  ],
  [
    900236,
    {
      name: 'InvalidRequestSamlPropertyUnsupported',
      who: dev,
      remedy: 'mend-request',
      cause: 'The request holds a property Entra refuses, most often Subject.',
      fix: 'Remove it. To suggest a user, add login_hint to the login URL.',
    },
  ],
  [
    900971,
    {
      who: idp,
      remedy: 'register-reply-url',
      cause:
        'There is no Reply URL: neither in the request nor in the application. A wrong Identifier in the request leads here, too.',
      fix: 'Enter the Reply URL; compare the Issuer of the request with the Identifier.',
    },
  ],
  [
    900144,
    {
      who: dev,
      cause:
        'A parameter of an OAuth or OpenID Connect request is missing: this is not a SAML request, or it went to the wrong endpoint.',
      fix: 'Send the SAML request to https://login.microsoftonline.com/<tenant>/saml2.',
    },
  ],
  [
    900561,
    {
      name: 'BadResourceRequestInvalidRequest',
      who: dev,
      cause: 'The endpoint was called with the wrong HTTP method, for example by a reload of a posted page.',
      fix: 'Start the login again from the beginning.',
    },
  ],
  [
    90015,
    {
      name: 'QueryStringTooLong',
      who: dev,
      remedy: 'mend-request',
      cause: 'The request is too long for a URL.',
      fix: 'Send it by HTTP-POST, or make it shorter.',
    },
  ],
  [
    90107,
    {
      name: 'InvalidXml',
      who: dev,
      remedy: 'mend-request',
      cause: 'The request is not valid XML: it holds characters that XML does not allow.',
      fix: 'Write the request with an XML library that escapes values.',
    },
  ],
  [
    50003,
    {
      name: 'MissingSigningKey',
      who: idp,
      remedy: 'renew-certificate',
      cause: 'The application has no usable signing certificate.',
      fix: 'Create a new signing certificate, make it active, and give the metadata to the service provider again.',
    },
  ],
  [
    50146,
    {
      name: 'MissingCustomSigningKey',
      who: idp,
      remedy: 'renew-certificate',
      cause: 'The application needs its own signing key, and that key is missing, expired or not valid yet.',
      fix: 'Create a signing certificate for the application and make it active.',
    },
  ],
  [
    50007,
    {
      name: 'PartnerEncryptionCertificateMissing',
      who: idp,
      remedy: 'match-encryption-certificate',
      cause: 'Token encryption is on, but there is no encryption certificate.',
      fix: "Upload the service provider's certificate, or switch token encryption off.",
    },
  ],
  [
    501241,
    {
      who: idp,
      remedy: 'write-name-id',
      cause: 'A rule for a claim (often the NameID) needs a value this user does not have.',
      fix: 'Fill in the value at the user, or choose a source attribute that every user has.',
    },
  ],
  [
    501621,
    {
      name: 'ClaimsTransformationTimeoutRegularExpressionTimeout',
      who: idp,
      remedy: 'mend-claims',
      cause: 'The regular expression of a claim rule takes too long.',
      fix: 'Make the expression simpler.',
    },
  ],
  [
    50020,
    {
      name: 'UserUnauthorized',
      who: idp,
      remedy: 'assign-user',
      cause: 'The user signed in with an account of another tenant (or a personal account) that is not a guest here.',
      fix: 'Sign out of the other account (private window), or invite it as a guest.',
    },
  ],
  [
    90072,
    {
      name: 'PassThroughUserMfaError',
      who: idp,
      remedy: 'assign-user',
      cause: 'The account is of another tenant and not a guest in this one.',
      fix: 'Sign in with an account of this tenant, or invite the other as a guest.',
    },
  ],
  [
    16000,
    {
      name: 'InteractionRequired',
      who: idp,
      cause: 'The browser holds several sessions, and the one chosen does not fit this tenant.',
      fix: 'Sign out of all accounts, or use a private window.',
    },
  ],
  [
    16003,
    {
      name: 'SsoUserAccountNotFoundInResourceTenant',
      who: idp,
      cause: 'The signed-in account does not exist in this tenant.',
      fix: 'Use another account, or invite this one as a guest.',
    },
  ],
  [
    50034,
    {
      name: 'UserAccountNotFound',
      who: idp,
      cause: 'There is no such user in this tenant.',
      fix: 'Check the name and the tenant.',
    },
  ],
  [
    51004,
    {
      name: 'UserAccountNotInDirectory',
      who: idp,
      cause: 'The user is not in the directory of this tenant.',
      fix: 'Add the user, or use the right tenant.',
    },
  ],
  [
    50058,
    {
      name: 'UserInformationNotProvided',
      who: dev,
      remedy: 'allow-interactive',
      cause: 'A silent sign-in was asked for (IsPassive), but nobody is signed in.',
      fix: 'Send the request without IsPassive.',
    },
  ],
  [
    50074,
    {
      name: 'UserStrongAuthClientAuthNRequired',
      who: idp,
      cause: 'A second factor is required and was not given.',
      fix: 'Complete the second factor; for silent requests, allow interaction.',
    },
  ],
  [
    50076,
    {
      name: 'UserStrongAuthClientAuthNRequiredInterrupt',
      who: idp,
      cause: 'A policy asks for a second factor now.',
      fix: 'Complete it; this is an interruption, not a fault.',
    },
  ],
  [
    50079,
    {
      name: 'UserStrongAuthEnrollmentRequired',
      who: idp,
      cause: 'The user must register a second factor first.',
      fix: 'Register it at https://aka.ms/mfasetup.',
    },
  ],
  [
    53000,
    {
      name: 'DeviceNotCompliant',
      who: idp,
      cause: 'Conditional Access wants a compliant device.',
      fix: 'Use a managed device, or change the policy for this application.',
    },
  ],
  [
    53001,
    {
      name: 'DeviceNotDomainJoined',
      who: idp,
      cause: 'Conditional Access wants a domain-joined device.',
      fix: 'Use a joined device, or change the policy for this application.',
    },
  ],
  [
    53003,
    {
      name: 'BlockedByConditionalAccess',
      who: idp,
      cause: 'Conditional Access blocks this sign-in.',
      fix: 'Look at the sign-in log: it names the policy.',
    },
  ],
  [
    50061,
    {
      name: 'SignoutInvalidRequest',
      who: dev,
      cause: 'The LogoutRequest cannot be processed.',
      fix: 'Sign out at Entra itself.',
    },
  ],
  [
    50068,
    {
      name: 'SignoutInitiatorNotParticipant',
      who: dev,
      cause: 'The application that asks for sign-out took no part in this session.',
      fix: 'Send the LogoutRequest for a session that was started by a login.',
    },
  ],
  [
    50070,
    {
      name: 'SignoutUnknownSessionIdentifier',
      who: dev,
      cause: 'The SessionIndex of the LogoutRequest is not known.',
      fix: 'Send the SessionIndex of the login.',
    },
  ],
  [
    50071,
    {
      name: 'SignoutMessageExpired',
      who: dev,
      cause: 'The LogoutRequest has expired.',
      fix: 'Set the clock; send it at once.',
    },
  ],
  [
    7000112,
    {
      name: 'UnauthorizedClientApplicationDisabled',
      who: idp,
      cause: 'The application is disabled.',
      fix: 'Set "Enabled for users to sign-in?" to Yes in the properties of the enterprise application.',
    },
  ],
  [
    1000031,
    {
      who: idp,
      cause: 'The application cannot be accessed at this time.',
      fix: 'See whether it is enabled and whether the tenant restricts it.',
    },
  ],
  [
    90002,
    {
      name: 'InvalidTenantName',
      who: sp,
      remedy: 'set-login-url',
      cause: 'The tenant in the login URL does not exist.',
      fix: 'Correct the Login URL at the service provider (import the metadata again).',
    },
  ],
]);
