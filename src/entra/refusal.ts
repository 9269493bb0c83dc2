/** Why Entra ID refuses: a number, and a text that Microsoft may change at any time. */

export interface Reason {
  readonly aadsts: number;
  /** Without the `AADSTS…:` in front. */
  readonly text: string;
}

/** What the error page shows. */
export interface Refusal {
  readonly kind: 'refused';
  readonly aadsts: number;
  /** The whole sentence, `AADSTS50011: The reply URL ...`. */
  readonly text: string;
  readonly requestId: string;
  readonly correlationId: string;
  /** `2026-03-02 09:15:05Z` */
  readonly timestamp: string;
  /** What the error is about, when known. */
  readonly application?: { readonly name: string; readonly applicationId: string };
}

interface ApplicationName {
  readonly name: string;
  readonly applicationId: string;
}

/**
 * Texts as people have quoted them, or as the documentation gives them; those marked inferred are neither. Match on the number only.
 */
export const REASONS = {
  tenantNotFound: (name: string): Reason => ({
    aadsts: 90002,
    text: `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  }),
  messageMissing: (): Reason => ({
    aadsts: 750054,
    text: 'SAMLRequest or SAMLResponse must be present as query string parameters in HTTP request for SAML Redirect binding.',
  }),
  bodyParameterMissing: (name: string): Reason => ({
    aadsts: 900144,
    text: `The request body must contain the following parameter: '${name}'.`,
  }),
  queryTooLong: (): Reason => ({ aadsts: 90015, text: 'The query string is too long.' }),
  notValid: (detail?: string): Reason => ({
    aadsts: 75005,
    text: `The request is not a valid SAML 2.0 protocol message.${detail ? ` ${detail}` : ''}`,
  }),
  bindingFailed: (detail: string): Reason => ({
    aadsts: 75001,
    text: `An error occurred during SAML message binding. ${detail}`,
  }),
  xmlError: (line: number, position: number): Reason => ({
    aadsts: 7500525,
    text: `There was an XML error in the SAML message at line ${line}, position ${position}. Verify that the XML content of the SAML messages conforms to the SAML protocol specifications.`,
  }),
  idNotValid: (id: string): Reason => ({
    aadsts: 7500529,
    text: `The value '${id}' is not a valid SAML ID. The ID must not begin with a number.`,
  }),
  notAUriAttribute: (name: string): Reason => ({
    aadsts: 7500511,
    text: `XML attribute '${name}' in the SAML message must be a URI.`,
  }),
  contextClassNotAUri: (): Reason => ({
    aadsts: 7500522,
    text: "XML element 'AuthnContextClassRef' in XML Namespace 'urn:oasis:names:tc:SAML:2.0:assertion' in the SAML message must be a URI.",
  }),
  comparisonNotExact: (comparison: string): Reason => ({
    aadsts: 900235,
    text: `SAML authentication request's RequestedAuthenticationContext Comparison value must be 'exact'. Received value: '${comparison}'.`,
  }),
  propertyNotSupported: (property: string): Reason => ({
    aadsts: 900236,
    text: `The SAML authentication request property '${property}' is not supported and must not be set.`,
  }),
  bindingNotSupported: (binding: string): Reason => ({
    aadsts: 75003,
    text: `SAML protocol response cannot be sent via bindings other than HTTP POST. Requested binding: ${binding}`,
  }),
  nameIdPolicyNotValid: (format: string): Reason => ({
    aadsts: 75016,
    text: `SAML2 Authentication Request has invalid NameIdPolicy. Received format: '${format}'.`,
  }),
  applicationNotFound: (issuer: string, tenant: string): Reason => ({
    aadsts: 700016,
    text: `Application with identifier '${issuer}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  }),
  applicationDisabled: ({ name, applicationId }: ApplicationName): Reason => ({
    aadsts: 7000112,
    text: `Application '${applicationId}'(${name}) is disabled.`,
  }),
  notSigned: (): Reason => ({
    aadsts: 76021,
    text: 'The request sent by client is not signed while the application requires signed requests.',
  }),
  /** Inferred: which number a bad signature gets is not known; 50006 is the one for bad signatures in general. */
  signatureNotValid: (detail: string): Reason => ({
    aadsts: 50006,
    text: `Signature verification failed because of an invalid signature. ${detail}`,
  }),
  replyUrlMismatch: (url: string, identifier: string): Reason => ({
    aadsts: 50011,
    text: `The reply URL '${url}' specified in the request does not match the reply URLs configured for the application '${identifier}'. Make sure the reply URL sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/urlMismatchError to learn more about how to fix this.`,
  }),
  replyUrlMissing: (): Reason => ({ aadsts: 900971, text: 'No reply address provided.' }),
  userUnknown: (name: string, tenant: string): Reason => ({
    aadsts: 50034,
    text: `The user account ${name} does not exist in the ${tenant} directory. To sign into this application, the account must be added to the directory.`,
  }),
  userOfAnotherTenant: (name: string, { name: app, applicationId }: ApplicationName, tenant: string): Reason => ({
    aadsts: 50020,
    text: `User account '${name}' from identity provider 'live.com' does not exist in tenant '${tenant}' and cannot access the application '${applicationId}'(${app}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.`,
  }),
  userDisabled: (): Reason => ({ aadsts: 50057, text: 'The user account is disabled.' }),
  notAssigned: ({ name, applicationId }: ApplicationName, user: string): Reason => ({
    aadsts: 50105,
    text: `Your administrator has configured the application ${name} ('${applicationId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${user}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
  }),
  /** The number is documented for OpenID Connect; that SAML gets the same is inferred. */
  notSignedIn: (): Reason => ({
    aadsts: 50058,
    text: 'A silent sign-in request was sent but no user is signed in.',
  }),
  authenticationMismatch: (had: string, wanted: string, { name }: ApplicationName): Reason => ({
    aadsts: 75011,
    text: `Authentication method '${had}' by which the user authenticated with the service doesn't match requested authentication method '${wanted}'. Contact the ${name} application owner.`,
  }),
  nameIdSourceMissing: (source: string): Reason => ({
    aadsts: 501241,
    text: `Mandatory Input '${source}' missing from transformation ID 'NameIdentifier'. Check the source of the Unique User Identifier (Name ID).`,
  }),
  signingKeyMissing: (): Reason => ({ aadsts: 50003, text: 'No signing key configured.' }),
  encryptionCertificateMissing: (): Reason => ({
    aadsts: 50007,
    text: "The partner encryption certificate wasn't found for this app.",
  }),
  signOutNotValid: (detail: string): Reason => ({
    aadsts: 50061,
    text: `Unable to complete sign out. The request was invalid. ${detail}`,
  }),
  signOutWithoutNameId: (): Reason => ({ aadsts: 7500530, text: 'SAML NameId cannot be null.' }),
  signOutUnknownSession: (): Reason => ({
    aadsts: 50070,
    text: "Sign out has failed. The sign out request specified a name identifier or a session index that didn't match the existing session(s).",
  }),
} as const;
