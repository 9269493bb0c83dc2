import type { KeyObject } from 'node:crypto';

/** A certificate as the project talks about it: parsed once, thumbprints ready. */
export interface Certificate {
  /** PEM with header lines and 64-character lines. */
  readonly pem: string;
  readonly publicKey: KeyObject;
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Upper-case hexadecimal without separators, as the Entra portal shows thumbprints. */
  readonly thumbprintSha1: string;
  readonly thumbprintSha256: string;
}

/** What is known of an IdP. Everything but a way to check signatures may be unknown. */
export interface IdentityProvider {
  readonly entityId?: string;
  /** In the order published. Empty: signatures cannot be judged. */
  readonly signingCertificates: readonly Certificate[];
  readonly singleSignOn?: readonly { readonly binding: string; readonly location: string }[];
  readonly singleLogout?: readonly { readonly binding: string; readonly location: string }[];
}
