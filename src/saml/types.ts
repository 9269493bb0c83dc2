/**
 * The pieces of a SAML message as SAML core names them. Every piece keeps the element it was read from, so that a finding
 * can say where. A piece that is not in the message is absent; nothing is ever invented, trimmed or defaulted.
 */

import type { XmlElement } from './xml.js';

/** A moment as the message writes it. `ms` (Unix milliseconds) is absent unless the text is an xs:dateTime in UTC (SAML core 1.3.3). */
export interface Instant {
  readonly text: string;
  readonly ms?: number;
}

/** Text content of an element, exactly as written (not trimmed). `isTextOnly` is false when elements, comments or PIs stand inside. */
export interface TextPiece {
  readonly value: string;
  readonly isTextOnly: boolean;
  readonly element: XmlElement;
}

/** NameID or Issuer (SAML core 2.2.2, 2.2.5). */
export interface NameId extends TextPiece {
  readonly format?: string;
  readonly nameQualifier?: string;
  readonly spNameQualifier?: string;
}

/** SAML core 3.2.2. `codes` is the chain from the outermost StatusCode inwards. */
export interface Status {
  readonly codes: readonly string[];
  readonly message?: string;
  readonly element: XmlElement;
}

/** samlp:Response (SAML core 3.2.2, 3.3.3). */
export interface Response {
  readonly element: XmlElement;
  readonly id?: string;
  readonly version?: string;
  readonly issueInstant?: Instant;
  readonly destination?: string;
  readonly inResponseTo?: string;
  readonly consent?: string;
  readonly issuer?: NameId;
  readonly status?: Status;
  /** saml:Assertion elements that are direct children, in order. */
  readonly assertions: readonly XmlElement[];
  /** saml:EncryptedAssertion elements that are direct children, in order. */
  readonly encryptedAssertions: readonly XmlElement[];
  /** Elements named Assertion or EncryptedAssertion (any namespace) anywhere else in the message. */
  readonly misplacedAssertions: readonly XmlElement[];
}

export interface SubjectConfirmationData {
  readonly element: XmlElement;
  readonly notBefore?: Instant;
  readonly notOnOrAfter?: Instant;
  readonly recipient?: string;
  readonly inResponseTo?: string;
  readonly address?: string;
}

export interface SubjectConfirmation {
  readonly element: XmlElement;
  readonly method?: string;
  readonly data?: SubjectConfirmationData;
}

/** SAML core 2.4.1. `nameIds` holds every NameID that is a direct child: a good message has one. */
export interface Subject {
  readonly element: XmlElement;
  readonly nameIds: readonly NameId[];
  readonly confirmations: readonly SubjectConfirmation[];
}

export interface AudienceRestriction {
  readonly element: XmlElement;
  readonly audiences: readonly TextPiece[];
}

/** SAML core 2.5.1. */
export interface Conditions {
  readonly element: XmlElement;
  readonly notBefore?: Instant;
  readonly notOnOrAfter?: Instant;
  readonly audienceRestrictions: readonly AudienceRestriction[];
  readonly oneTimeUse: boolean;
  readonly proxyRestriction: boolean;
  /** Conditions that this reader does not know, which make the assertion indeterminate (SAML core 2.5.1.1). */
  readonly unknown: readonly XmlElement[];
}

/** SAML core 2.7.2. */
export interface AuthnStatement {
  readonly element: XmlElement;
  readonly authnInstant?: Instant;
  readonly sessionIndex?: string;
  readonly sessionNotOnOrAfter?: Instant;
  readonly contextClassRef?: string;
}

/** SAML core 2.7.3.1. `values` are exactly as written; a nil or empty value is `''`. */
export interface Attribute {
  readonly element: XmlElement;
  readonly name?: string;
  readonly nameFormat?: string;
  readonly friendlyName?: string;
  readonly values: readonly TextPiece[];
}

/** saml:Assertion (SAML core 2.3.3). */
export interface Assertion {
  readonly element: XmlElement;
  readonly id?: string;
  readonly version?: string;
  readonly issueInstant?: Instant;
  readonly issuer?: NameId;
  readonly subject?: Subject;
  /** Every Conditions element: a good message has one. */
  readonly conditions: readonly Conditions[];
  readonly authnStatements: readonly AuthnStatement[];
  /** Attributes of all AttributeStatements, in order, duplicates included. */
  readonly attributes: readonly Attribute[];
}
