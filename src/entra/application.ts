import { NAME_ID_FORMAT } from '../saml/names.js';
import { type ClaimRule, DEFAULT_CLAIMS, type GroupClaim } from './claim-rules.js';
import { DEFAULT_APP_ID } from './default-directory.js';

/** The three signing options of the portal. */
export type SigningOption = 'sign-assertion' | 'sign-response' | 'sign-response-and-assertion';

export type SigningAlgorithm = 'SHA-256' | 'SHA-1';

/** A user or a group with access. Only direct members of a group have access through it. */
export interface Assignment {
  /** User principal name. */
  readonly user?: string;
  /** Object id. */
  readonly group?: string;
  /** Values of application roles. */
  readonly roles?: readonly string[];
}

/** Formats the portal offers for the Unique User Identifier. `default` follows the source. */
export const PORTAL_NAME_ID_FORMATS = {
  default: NAME_ID_FORMAT.emailAddress,
  emailAddress: NAME_ID_FORMAT.emailAddress,
  persistent: NAME_ID_FORMAT.persistent,
  unspecified: NAME_ID_FORMAT.unspecified,
  windowsDomainQualifiedName: NAME_ID_FORMAT.windowsDomainQualifiedName,
} as const;

export type PortalNameIdFormat = keyof typeof PORTAL_NAME_ID_FORMATS;

/** One enterprise application with SAML-based sign-on, in the portal's words. */
export interface Application {
  readonly appId: string;
  readonly name: string;
  /** Identifier (Entity ID). The first is the default. */
  readonly identifiers: readonly string[];
  /** Reply URL (Assertion Consumer Service URL). The first is the default. */
  readonly replyUrls: readonly string[];
  readonly signOnUrl?: string;
  /** Goes along when the IdP starts. */
  readonly relayState?: string;
  readonly logoutUrl?: string;
  readonly enabled: boolean;
  readonly assignmentRequired: boolean;
  readonly assignments: readonly Assignment[];
  readonly signingOption: SigningOption;
  readonly signingAlgorithm: SigningAlgorithm;
  /** Unique User Identifier (Name ID). */
  readonly nameId: { readonly source: string; readonly format: PortalNameIdFormat };
  readonly claims: readonly ClaimRule[];
  readonly groupClaim?: GroupClaim;
  readonly includeAttributeNameFormat: boolean;
  /** PEM. Present: token encryption is on. */
  readonly tokenEncryptionCertificate?: string;
  readonly requireSignedRequests: boolean;
  /** PEM, in the order added. */
  readonly verificationCertificates: readonly string[];
  readonly allowRequestsSignedWithSha1: boolean;
  /** Answers a refused request with a status Response where Entra shows a page. Not how Entra behaves today. */
  readonly statusResponses: boolean;
}

/** What is not given stays; `undefined` empties an optional field. */
export type ApplicationChange = { readonly [K in keyof Application]?: Application[K] | undefined };

/** The application as the Mimecast tutorial leaves it, for a service provider on this machine. */
export const DEFAULT_APPLICATION: Application = {
  appId: DEFAULT_APP_ID,
  name: 'Mimecast',
  identifiers: ['http://localhost:7010/sso/C46A75'],
  replyUrls: ['http://localhost:7010/login/saml'],
  enabled: true,
  assignmentRequired: true,
  assignments: [],
  signingOption: 'sign-assertion',
  signingAlgorithm: 'SHA-256',
  nameId: { source: 'user.userprincipalname', format: 'default' },
  claims: DEFAULT_CLAIMS,
  includeAttributeNameFormat: false,
  requireSignedRequests: false,
  verificationCertificates: [],
  allowRequestsSignedWithSha1: false,
  statusResponses: false,
};
