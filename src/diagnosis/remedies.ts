/**
 * Every place in a portal this project sends somebody to, with the date of the page that names it, and every remedy.
 * Portals move: when one has, this is the only file to change. `{expected}` and `{actual}` are filled in from the finding.
 */

import type { Remedy } from './check.js';

/** Pages the places were taken from. */
export const SOURCES = {
  entraTutorial: 'Microsoft, Configure Mimecast for single sign-on with Microsoft Entra ID, 2025-03-25',
  entraDebug: 'Microsoft, Debug SAML-based single sign-on to applications, read 2025',
  entraSigning: 'Microsoft, Advanced certificate signing options in a SAML token, read 2025',
  entraRollover: 'Microsoft, Manage federation certificates in Microsoft Entra ID, read 2025',
  entraEncryption: 'Microsoft, Configure Microsoft Entra SAML token encryption, read 2025',
  entraClaims: 'Microsoft, Customize SAML token claims, read 2025',
  entraGroups: 'Microsoft, Configure group claims for applications, read 2025',
  entraSignedRequests: 'Microsoft, Enforce signed SAML authentication requests, read 2025',
  mimecastTutorial: 'Microsoft, Configure Mimecast for single sign-on with Microsoft Entra ID, 2025-03-25',
  mimecastAzure: 'Mimecast support article 34000629116563 (Azure SSO), excerpt read 2025',
  mimecastOkta: 'Okta, How to configure SAML 2.0 for Mimecast Personal Portal V3, excerpt read 2025',
} as const;

type SourceId = keyof typeof SOURCES;

interface Place {
  readonly who: Remedy['who'];
  readonly vendor?: 'Entra' | 'Mimecast';
  readonly where: string;
  /** The same place of another vendor's product, in general words. */
  readonly elsewhere?: string;
  readonly source?: SourceId;
}

const APP = 'Enterprise applications > (the app)';
const SSO = `${APP} > Single sign-on`;
const BASIC = `${SSO} > Basic SAML Configuration`;
const CERTIFICATES = `${SSO} > SAML Certificates`;
const PROFILE = 'Administration > Services > Applications > Authentication Profiles > (the profile)';
const SAML_BLOCK = `${PROFILE} > SAML Configuration for Mimecast`;

const entra = (where: string, elsewhere: string, source: SourceId): Place => ({
  who: 'IdP administrator',
  vendor: 'Entra',
  where,
  elsewhere: `Identity provider > ${elsewhere}`,
  source,
});
const mimecast = (where: string, elsewhere: string, source: SourceId): Place => ({
  who: 'SP administrator',
  vendor: 'Mimecast',
  where,
  elsewhere: `Service provider > ${elsewhere}`,
  source,
});
const spMachine = (where: string): Place => ({ who: 'SP administrator', where });
const developer = (where: string): Place => ({ who: 'developer', where });

export const PLACES = {
  'entra/identifier': entra(
    `${BASIC} > Identifier (Entity ID)`,
    'audience (entityID of this service provider)',
    'entraTutorial',
  ),
  'entra/reply-url': entra(
    `${BASIC} > Reply URL (Assertion Consumer Service URL)`,
    'AssertionConsumerService URL',
    'entraTutorial',
  ),
  'entra/sign-on-url': entra(`${BASIC} > Sign on URL`, 'login URL of this service provider', 'entraTutorial'),
  'entra/relay-state': entra(`${BASIC} > Relay State (Optional)`, 'default RelayState', 'entraTutorial'),
  'entra/name-id': entra(`${SSO} > Attributes & Claims > Unique User Identifier (Name ID)`, 'NameID', 'entraClaims'),
  'entra/claims': entra(`${SSO} > Attributes & Claims`, 'attributes', 'entraClaims'),
  'entra/groups': entra(`${SSO} > Attributes & Claims > Add a group claim`, 'group attribute', 'entraGroups'),
  'entra/signing-option': entra(
    `${CERTIFICATES} > Token signing certificate > Edit > Signing Option`,
    'what is signed',
    'entraSigning',
  ),
  'entra/signing-algorithm': entra(
    `${CERTIFICATES} > Token signing certificate > Edit > Signing Algorithm`,
    'signing algorithm',
    'entraSigning',
  ),
  'entra/certificate': entra(`${CERTIFICATES} > Token signing certificate`, 'signing certificate', 'entraRollover'),
  'entra/metadata-url': entra(`${CERTIFICATES} > App Federation Metadata Url`, 'metadata', 'entraTutorial'),
  'entra/verification-certificates': entra(
    `${CERTIFICATES} > Verification certificates (optional)`,
    'signed requests',
    'entraSignedRequests',
  ),
  'entra/token-encryption': entra(`${APP} > Token encryption`, 'assertion encryption', 'entraEncryption'),
  'entra/users': entra(`${APP} > Users and groups`, 'who may use this application', 'entraTutorial'),
  'entra/user-mail': entra(
    'Users > (the user) > Properties > Contact Information > Email',
    "the user's mail address",
    'mimecastAzure',
  ),
  'entra/sign-in-logs': entra(`${APP} > Sign-in logs`, 'log of sign-ins', 'entraDebug'),
  'entra/service': entra(`${SSO} (and the sign-in logs beside it)`, 'the product itself', 'entraDebug'),
  'mimecast/metadata-url': mimecast(
    `${SAML_BLOCK} > Metadata URL, Import`,
    "import of the identity provider's metadata",
    'mimecastTutorial',
  ),
  'mimecast/certificate': mimecast(
    `${SAML_BLOCK} > Identity Provider Certificate (Metadata)`,
    "identity provider's certificate",
    'mimecastTutorial',
  ),
  'mimecast/issuer': mimecast(`${SAML_BLOCK} > Issuer URL`, "identity provider's entityID", 'mimecastTutorial'),
  'mimecast/login-url': mimecast(`${SAML_BLOCK} > Login URL`, "identity provider's login URL", 'mimecastTutorial'),
  'mimecast/allow-sso': mimecast(
    `${SAML_BLOCK} > Allow Single Sign On`,
    'unsolicited (IdP-initiated) responses',
    'mimecastOkta',
  ),
  'mimecast/contexts': mimecast(
    `${SAML_BLOCK} > Use Password Protected Context, Use Integrated Authentication Context`,
    'RequestedAuthnContext',
    'mimecastTutorial',
  ),
  'mimecast/directory': mimecast(
    'Administration > Directories > Internal Directories > (the domain) > New Address',
    'users',
    'mimecastTutorial',
  ),
  'mimecast/account-code': mimecast(
    'Administration > Account > Account Settings > Account Code',
    'entityID',
    'mimecastTutorial',
  ),
  'mimecast/sign-on': mimecast("The application's regional sign-on page", 'sign-on page', 'mimecastTutorial'),
  'developer/sender': developer('The program or page that posts the message'),
  'developer/idp': developer('The program that made the message (identity provider, test, proxy)'),
  'developer/request': developer('The program that makes the AuthnRequest'),
  'developer/proxy': developer(
    'What stands between browser and service provider (proxy, TLS termination, mail or chat the message went through)',
  ),
  'sp/clock': spMachine('Clock of the machine the service provider runs on (date -u; NTP)'),
  'developer/settings': developer('Settings of this diagnosis (flags, options, authentication profile)'),
  'developer/contract': developer('The claim contract'),
  'developer/harness': developer('This program'),
} as const satisfies Record<string, Place>;

export type PlaceId = keyof typeof PLACES;

interface RemedyEntry {
  readonly place: PlaceId;
  readonly action: string;
}

export const REMEDIES = {
  'post-the-response': {
    place: 'developer/sender',
    action:
      'Post a form with the field SAMLResponse (application/x-www-form-urlencoded) to the AssertionConsumerService.',
  },
  'rename-the-field': { place: 'developer/sender', action: 'Name the form field SAMLResponse, exactly so.' },
  'answer-instead-of-request': {
    place: 'developer/sender',
    action: "Send SAMLRequest to the identity provider's login URL; only its SAMLResponse belongs here.",
  },
  'send-once': { place: 'developer/sender', action: 'Send SAMLResponse once, in the body of the form only.' },
  'use-post-binding': {
    place: 'developer/idp',
    action: 'Deliver the response by HTTP-POST; responses do not travel in a URL (SAML profiles 4.1.2).',
  },
  'encode-base64': {
    place: 'developer/sender',
    action: 'Put base64 of the XML bytes into the field, then URL-encode the field once (so that + becomes %2B).',
  },
  'copy-completely': {
    place: 'developer/sender',
    action: 'Copy the whole value, to its very end; browsers and terminals cut long values.',
  },
  'do-not-deflate': {
    place: 'developer/sender',
    action: 'Do not compress: DEFLATE belongs to the Redirect binding, HTTP-POST carries plain base64.',
  },
  'send-utf-8': {
    place: 'developer/idp',
    action: 'Write the message in UTF-8, and let the XML declaration say so or nothing.',
  },
  'make-it-smaller': {
    place: 'entra/groups',
    action:
      'Emit fewer groups (for example only groups assigned to the application), so that the message becomes smaller.',
  },
  'raise-the-limit': {
    place: 'developer/settings',
    action:
      'If the message is genuine, start the harness with a higher limit: --max-body-bytes, --max-message-bytes, --max-elements, --max-depth or --max-attributes.',
  },
  'find-what-changed-the-bytes': {
    place: 'developer/proxy',
    action: 'Find what rewrites the message on its way and let it pass the bytes untouched.',
  },
  'mend-the-xml': {
    place: 'developer/idp',
    action: 'Send well-formed XML, exactly as the identity provider signed it.',
  },
  'no-document-type': {
    place: 'developer/idp',
    action:
      'Leave out the document type declaration; if nobody put it there on purpose, treat the message as an attack.',
  },
  'send-a-response': {
    place: 'developer/sender',
    action: 'Send the whole samlp:Response as the identity provider posted it.',
  },
  'speak-saml-2': {
    place: 'entra/service',
    action: 'Use SAML 2.0 single sign-on for this application, not WS-Federation or SAML 1.1.',
  },
  'follow-the-schema': {
    place: 'developer/idp',
    action: 'Make the message as the SAML 2.0 schema says; a real Entra ID does.',
  },
  'treat-as-attack': {
    place: 'developer/proxy',
    action:
      'Do not let this message in: identity providers do not send such messages. Find out who made or changed it.',
  },
  'no-comments': {
    place: 'developer/idp',
    action:
      'Leave comments, CDATA sections and processing instructions out of values; if nobody put them there on purpose, treat the message as an attack.',
  },
  'look-at-idp-log': {
    place: 'entra/sign-in-logs',
    action: 'Find this sign-in (by user, time or correlation ID) and read why it was refused.',
  },
  'allow-interactive': {
    place: 'developer/request',
    action: 'Send the request without IsPassive, so that the user can be asked.',
  },
  'send-what-idp-supports': {
    place: 'developer/request',
    action: 'Send an AuthnRequest the identity provider accepts; the status message says what it did not like.',
  },
  'one-assertion': {
    place: 'developer/idp',
    action: 'Send exactly one Assertion (or EncryptedAssertion), directly under Response.',
  },
  'give-decryption-key': {
    place: 'developer/settings',
    action:
      "Give the service provider's private key (--sp-key, decryptionKey) that belongs to the certificate uploaded at the identity provider.",
  },
  'match-encryption-certificate': {
    place: 'entra/token-encryption',
    action: "Upload and activate the service provider's present encryption certificate, or remove token encryption.",
  },
  'remove-encryption': {
    place: 'entra/token-encryption',
    action: 'Deactivate token encryption: nothing public says that Mimecast reads encrypted assertions.',
  },
  'strong-encryption': {
    place: 'developer/idp',
    action: 'Encrypt with AES-GCM and RSA-OAEP; with AES-CBC, sign the Response as well.',
  },
  'sign-assertion': { place: 'entra/signing-option', action: 'Choose "Sign SAML assertion" (the default).' },
  'sign-response': {
    place: 'entra/signing-option',
    action: 'Choose "Sign SAML response and assertion" (or "Sign SAML response").',
  },
  'relax-response-signature': {
    place: 'developer/settings',
    action: 'If a signed assertion is enough for you, as it is by default with Entra, do not demand a signed response.',
  },
  'sign-with-standard-profile': {
    place: 'developer/idp',
    action:
      'Sign as SAML core 5.4 says: one Reference to the ID of the signed element, enveloped-signature then exclusive canonicalization, nothing else.',
  },
  'do-not-touch-signed': {
    place: 'developer/proxy',
    action: 'Pass the message on byte for byte: no pretty-printing, no change of line ends, no re-encoding.',
  },
  'import-metadata-again': {
    place: 'mimecast/metadata-url',
    action:
      'Enter the App Federation Metadata Url of exactly this Entra application (it ends in ?appid=...) and press Import.',
  },
  'take-app-metadata-url': {
    place: 'entra/metadata-url',
    action:
      'Copy the App Federation Metadata Url with its ?appid= part and give that to the service provider; the tenant-wide metadata holds other keys.',
  },
  'paste-new-certificate': {
    place: 'mimecast/certificate',
    action: 'Enter the certificate with thumbprint {actual}, after making sure in Entra that it is the active one.',
  },
  'activate-known-certificate': {
    place: 'entra/certificate',
    action:
      'Compare thumbprints: make the certificate the service provider knows the active one, or hand out the metadata again.',
  },
  'renew-certificate': {
    place: 'entra/certificate',
    action: 'Create a new certificate, hand out the metadata, then make it active.',
  },
  'give-signing-certificate': {
    place: 'developer/settings',
    action: "Give the identity provider's metadata or signing certificate (--idp-metadata, --idp-cert).",
  },
  'sign-with-sha-256': { place: 'entra/signing-algorithm', action: 'Choose SHA-256.' },
  'set-idp-entity-id': {
    place: 'mimecast/issuer',
    action:
      'Enter {actual} (for Entra the trailing slash belongs to it), or import the metadata again, if that is the right identity provider.',
  },
  'use-right-tenant': {
    place: 'entra/service',
    action: 'Make sure the user signs in to the tenant the service provider knows: {expected}.',
  },
  'set-issuer': { place: 'developer/idp', action: 'Write {expected} as Issuer.' },
  'set-reply-url': { place: 'entra/reply-url', action: 'Enter exactly {expected} (and mark it as default).' },
  'mind-the-proxy': {
    place: 'developer/proxy',
    action:
      'Tell the service provider its public URL ({expected}); behind a proxy it may believe in another scheme, host or port.',
  },
  'ask-for-right-acs': { place: 'developer/request', action: 'Send {expected} as AssertionConsumerServiceURL.' },
  'write-destination': { place: 'developer/idp', action: 'Write the URL the response is posted to as Destination.' },
  'write-recipient': {
    place: 'developer/idp',
    action: 'Write the URL the response is posted to as Recipient of SubjectConfirmationData.',
  },
  'set-identifier': { place: 'entra/identifier', action: 'Enter exactly {expected}.' },
  'send-identifier-as-issuer': {
    place: 'developer/request',
    action: 'Send {expected} as Issuer of the AuthnRequest, not a bare application ID: Entra puts spn: before a GUID.',
  },
  'check-account-code': {
    place: 'mimecast/account-code',
    action: 'Make sure that account code and region are those in {expected}.',
  },
  'start-login-again': {
    place: 'mimecast/sign-on',
    action: 'Start the login again from the beginning, in one browser, and let each response be posted once.',
  },
  'answer-the-request': {
    place: 'developer/idp',
    action: "Write the request's ID as InResponseTo of Response and of SubjectConfirmationData.",
  },
  'allow-idp-initiated': {
    place: 'mimecast/allow-sso',
    action: 'Tick it if logins that begin at the identity provider (My Apps, Test) are wanted.',
  },
  'set-sign-on-url': {
    place: 'entra/sign-on-url',
    action:
      "Enter the service provider's sign-on page, so that My Apps starts there instead of posting an unsolicited response.",
  },
  'new-assertion-each-time': {
    place: 'developer/sender',
    action: 'Do not post a response twice (back button, reload, two tabs); start a new login.',
  },
  'return-relay-state': { place: 'developer/idp', action: 'Send RelayState back exactly as it came with the request.' },
  'mend-relay-state': {
    place: 'entra/relay-state',
    action: 'Leave it empty, or enter something that belongs to this service provider.',
  },
  'write-subject': {
    place: 'developer/idp',
    action: 'Write a Subject with one NameID and a bearer SubjectConfirmation.',
  },
  'write-name-id': {
    place: 'entra/name-id',
    action: 'Choose a source attribute that every user has (user.mail); Entra leaves out what is empty.',
  },
  'bearer-confirmation': {
    place: 'developer/idp',
    action:
      'Write a SubjectConfirmation with Method urn:oasis:names:tc:SAML:2.0:cm:bearer and SubjectConfirmationData in it.',
  },
  'log-in-again': {
    place: 'mimecast/sign-on',
    action: 'Log in again: this answer was delivered too late or for a second time.',
  },
  'set-clock': {
    place: 'sp/clock',
    action: 'Set the clock; if it is right, allow {skew} of clock skew, not more.',
  },
  'set-idp-clock': { place: 'developer/idp', action: "Set the sender's clock." },
  'shorten-validity': {
    place: 'entra/service',
    action: 'Shorten the token lifetime policy of the application; an hour is usual.',
  },
  'name-id-mail': {
    place: 'entra/name-id',
    action: 'Source attribute user.mail, name identifier format Email address.',
  },
  'fill-in-mail': { place: 'entra/user-mail', action: 'Enter the address by which Mimecast knows the user.' },
  'ask-for-email-format': {
    place: 'developer/request',
    action:
      'Ask in NameIDPolicy for the format you want, or for none; what is asked for wins over what is set in the portal.',
  },
  'add-address': {
    place: 'mimecast/directory',
    action: 'Add the address {actual}, or correct what Entra sends as NameID.',
  },
  'check-name-id': {
    place: 'entra/name-id',
    action: 'Make it the primary e-mail address in Mimecast: usually source attribute user.mail.',
  },
  'write-conditions': {
    place: 'developer/idp',
    action: 'Write one Conditions with NotBefore, NotOnOrAfter and an AudienceRestriction.',
  },
  'known-conditions-only': {
    place: 'developer/idp',
    action: 'Use only the conditions of SAML core 2.5.1 (AudienceRestriction, OneTimeUse, ProxyRestriction).',
  },
  'write-authn-statement': {
    place: 'developer/idp',
    action: 'Write an AuthnStatement: without it the assertion does not say that anybody signed in.',
  },
  'untick-contexts': { place: 'mimecast/contexts', action: 'Untick both, so that no RequestedAuthnContext is sent.' },
  'drop-authn-context': {
    place: 'developer/request',
    action: 'Leave RequestedAuthnContext out, or send ForceAuthn="true" with it.',
  },
  'mend-claims': {
    place: 'entra/claims',
    action: 'Correct the claim: one rule per name, a source attribute that is filled in.',
  },
  'fewer-groups': {
    place: 'entra/groups',
    action: 'Choose "Groups assigned to the application": above 150 groups Entra sends a link instead of the groups.',
  },
  'satisfy-contract': { place: 'entra/claims', action: 'Make the claims as the contract says.' },
  'change-contract': { place: 'developer/contract', action: 'If the message is right, change the contract.' },
  'no-encrypted-attributes': {
    place: 'developer/idp',
    action: 'Encrypt the whole assertion or nothing; encrypted attributes are not read.',
  },
  'mend-request': { place: 'developer/request', action: 'Change the AuthnRequest as said above.' },
  'register-identifier': {
    place: 'entra/identifier',
    action: 'Enter exactly what the request sends as Issuer: {actual}.',
  },
  'register-reply-url': {
    place: 'entra/reply-url',
    action: 'Enter exactly what the request sends as AssertionConsumerServiceURL: {actual}.',
  },
  'mend-signed-requests': {
    place: 'entra/verification-certificates',
    action: 'Switch "Require verification certificates" off, or make the service provider sign its requests.',
  },
  'set-login-url': {
    place: 'mimecast/login-url',
    action: 'Enter the Login URL of the right tenant: https://login.microsoftonline.com/<tenant>/saml2.',
  },
  'assign-user': { place: 'entra/users', action: 'Assign the user, or a group the user is a direct member of.' },
  'report-fault': { place: 'developer/harness', action: 'Report it with the message that caused it (redacted).' },
} as const satisfies Record<string, RemedyEntry>;

/** Names one entry of the table of remedies. */
export type RemedyId = keyof typeof REMEDIES;
