/** What the last import of metadata, by hand or by Monitor Metadata URL, did to the profile. Times are ISO 8601 in UTC. */
export interface LastImport {
  /** When something was last imported that was asked for by hand, or that changed something. */
  readonly at: string;
  /** A sentence for each field that changed; none when everything was as before. */
  readonly changes: readonly string[];
  /** What is odd about the metadata, or why it could not be read again; a sentence each. */
  readonly warnings: readonly string[];
  /** When Monitor Metadata URL looked last. */
  readonly checkedAt?: string;
}

/** Mimecast's Authentication Profile, with the names of its dialog (Microsoft's tutorial; Okta's guide for Allow Single Sign On). */
export interface AuthenticationProfile {
  /** Name of the profile. */
  readonly description: string;
  /** "Enforce SAML Authentication for Mimecast". */
  readonly enforceSamlForMimecast: boolean;
  /** "Enforce SAML Authentication for Administration Console". */
  readonly enforceSamlForAdministrationConsole: boolean;
  /** Kind of identity provider, as the dialog names it. */
  readonly provider: string;
  /** Where Import and Monitor Metadata URL read. */
  readonly metadataUrl?: string;
  /** "Monitor Metadata URL": it is read again from time to time. */
  readonly monitorMetadataUrl: boolean;
  /** Issuer: the IdP's entityID. Filled by Import. */
  readonly issuer?: string;
  /** Where requests are sent. Filled by Import. */
  readonly loginUrl?: string;
  /** Where sign-outs would be sent. Filled by Import. */
  readonly logoutUrl?: string;
  /** PEM, in the order published. Filled by Import. */
  readonly identityProviderCertificates: readonly string[];
  /** True when the imported metadata was the tenant's and not the application's, as far as that can be told. */
  readonly metadataIsTenantWide?: boolean;
  /** "Allow Single Sign On": IdP-initiated logins are taken. */
  readonly allowSingleSignOn: boolean;
  /** Requests ask for PasswordProtectedTransport (inferred). */
  readonly usePasswordProtectedContext: boolean;
  /** Requests ask for Integrated Windows Authentication (inferred). */
  readonly useIntegratedAuthenticationContext: boolean;
  /** Absent before the first import. */
  readonly lastImport?: LastImport;
}

/** As the tutorial leaves it: both contexts unticked, IdP-initiated logins allowed, nothing imported yet. */
export const NEW_PROFILE: AuthenticationProfile = {
  description: 'Rehearsal',
  enforceSamlForMimecast: true,
  enforceSamlForAdministrationConsole: false,
  provider: 'Microsoft Entra ID',
  monitorMetadataUrl: false,
  identityProviderCertificates: [],
  allowSingleSignOn: true,
  usePasswordProtectedContext: false,
  useIntegratedAuthenticationContext: false,
};
