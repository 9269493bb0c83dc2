import type { ClaimRule, GroupClaim, NameIdRule } from './claim-rule.js';
import { DEFAULT_CLAIMS, DEFAULT_NAME_ID } from './claim-rule.js';
import { guidFor } from './guid.js';

export const SIGNING_OPTIONS = [
  'Sign SAML assertion',
  'Sign SAML response',
  'Sign SAML response and assertion',
] as const;
export type SigningOption = (typeof SIGNING_OPTIONS)[number];

export const SIGNING_ALGORITHMS = ['SHA-256', 'SHA-1'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

/** A role that can be assigned; `value` is what the role claim says. */
export interface AppRole {
  readonly displayName: string;
  readonly value: string;
}

/** The enterprise application: everything its Single sign-on page holds, in the words of that page. */
export interface Application {
  /** Application ID, a GUID. */
  readonly applicationId: string;
  /** As My Apps shows it. */
  readonly name: string;
  /** Identifier (Entity ID), the default one first. */
  readonly identifiers: readonly string[];
  /** Reply URL (Assertion Consumer Service URL), the default one first. */
  readonly replyUrls: readonly string[];
  /** Sign on URL; without one the tile in My Apps is IdP initiated. */
  readonly signOnUrl?: string;
  /** Relay State: goes along when the IdP starts. */
  readonly relayState?: string;
  /** Logout Url. */
  readonly logoutUrl?: string;
  /** Enabled for users to sign-in? */
  readonly enabledForUsersToSignIn: boolean;
  /** Assignment required? */
  readonly assignmentRequired: boolean;
  /** App roles, for assignments and role claims. */
  readonly appRoles: readonly AppRole[];
  /** Unique User Identifier (Name ID): source, format, transformation. */
  readonly nameId: NameIdRule;
  /** Additional claims, in order. */
  readonly claims: readonly ClaimRule[];
  /** Absent: no groups are sent. */
  readonly groupClaim?: GroupClaim;
  /** Advanced option: Include attribute name format. */
  readonly includeAttributeNameFormat: boolean;
  /** Signing Option: what is signed. */
  readonly signingOption: SigningOption;
  /** Signing Algorithm. */
  readonly signingAlgorithm: SigningAlgorithm;
  /** PEM. With it assertions are encrypted; the algorithms are inferred, no capture of an encrypted response is known. */
  readonly tokenEncryptionCertificate?: string;
  /** Require verification certificates: requests have to be signed. */
  readonly requireVerificationCertificates: boolean;
  /** Allow requests signed with RSA-SHA1. */
  readonly allowRsaSha1: boolean;
  /** PEM. */
  readonly verificationCertificates: readonly string[];
  /** Minutes; absent: no token lifetime policy. */
  readonly accessTokenLifetimeMinutes?: number;
  /**
   * Not a setting of Entra's: errors go back to the application as an unsigned status Response, as some did in 2013 and as the standard
   * wants, instead of ending on a page.
   */
  readonly answersErrorsWithResponses: boolean;
}

/** Whether the Issuer of a message names this application: by an Identifier, or by its application id, bare or as a principal name. */
export function answersTo({ identifiers, applicationId }: Application, issuer: string): boolean {
  return [...identifiers, applicationId, `spn:${applicationId}`].includes(issuer);
}

/** Mimecast as the gallery adds it, before Basic SAML Configuration is filled in. */
export const NEW_APPLICATION: Application = {
  applicationId: guidFor('saml-rehearsal application Mimecast'),
  name: 'Mimecast',
  identifiers: [],
  replyUrls: [],
  enabledForUsersToSignIn: true,
  assignmentRequired: true,
  appRoles: [],
  nameId: DEFAULT_NAME_ID,
  claims: DEFAULT_CLAIMS,
  includeAttributeNameFormat: false,
  signingOption: 'Sign SAML assertion',
  signingAlgorithm: 'SHA-256',
  requireVerificationCertificates: false,
  allowRsaSha1: false,
  verificationCertificates: [],
  answersErrorsWithResponses: false,
};
