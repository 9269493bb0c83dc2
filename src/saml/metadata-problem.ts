import type { Location } from './xml.js';

/** What is wrong with metadata. */
export type MetadataProblemKind =
  | 'unreadable' // The document cannot be read as XML.
  | 'not-metadata' // The document is something else than SAML metadata.
  | 'service-provider' // It describes a service provider.
  | 'no-identity-provider' // It describes no SAML 2.0 identity provider.
  | 'several-identity-providers' // It describes several, and nobody said which is meant.
  | 'other-entity' // It describes another entity than the one asked for.
  | 'no-entity-id' // The entity has no entityID.
  | 'template-entity-id' // The entityID is a template, as in the metadata of all tenants together.
  | 'no-signing-key' // It publishes no certificate that signatures could be checked with.
  | 'certificate-unreadable' // A certificate in it cannot be read.
  | 'key-without-certificate' // A key is published without a certificate.
  | 'no-single-sign-on' // It names no place to send requests to.
  | 'location-not-http' // An endpoint is not an http or https address.
  | 'expired' // Its validUntil has passed.
  | 'valid-until-unreadable' // Its validUntil is not an instant.
  | 'valid-until-far' // Its validUntil is years ahead.
  | 'tenant-wide' // It holds the keys of the Entra tenant, not of the application.
  | 'signature-broken' // It is signed, but the signature does not hold.
  | 'signature-untrusted'; // It is not signed with a trusted key.

export interface MetadataProblem {
  readonly kind: MetadataProblemKind;
  /** With an error the metadata should not be used. */
  readonly severity: 'error' | 'warning';
  /** One or two sentences, with the value that shows it and what to do about it. */
  readonly message: string;
  readonly at?: Location;
}
