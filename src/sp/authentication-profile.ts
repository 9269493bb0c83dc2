/** Mimecast's Authentication Profile, with the names of its dialog (Microsoft's tutorial; Okta's guide for Allow Single Sign On). */
export interface AuthenticationProfile {
  readonly description: string;
  readonly enforceSamlForMimecast: boolean;
  readonly enforceSamlForAdministrationConsole: boolean;
  readonly provider: string;
  readonly metadataUrl?: string;
  readonly monitorMetadataUrl: boolean;
  /** Issuer: the IdP's entityID. Filled by Import. */
  readonly issuer?: string;
  readonly loginUrl?: string;
  readonly logoutUrl?: string;
  /** PEM, in the order published. Filled by Import. */
  readonly identityProviderCertificates: readonly string[];
  /** True when the imported metadata was the tenant's and not the application's, as far as that can be told. */
  readonly metadataIsTenantWide?: boolean;
  /** "Allow Single Sign On": IdP-initiated logins are taken. */
  readonly allowSingleSignOn: boolean;
  readonly usePasswordProtectedContext: boolean;
  readonly useIntegratedAuthenticationContext: boolean;
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
