import type { SettingsSnapshot } from './login.js';
import type { SignOnSettings } from './sign-on-settings.js';
import { defined } from './views.js';

/** Freezes what the verdict depends on into the record. */
export function snapshotOf(settings: SignOnSettings, acsUrl: string): SettingsSnapshot {
  const { account, vendor, profile, identityProvider } = settings;
  return {
    profile: vendor.id,
    entityId: account.entityId,
    acsUrl,
    clockSkewMs: settings.clockSkewMs,
    unsolicitedResponsesAllowed: profile.allowSingleSignOn,
    ...defined({ idpEntityId: identityProvider.entityId, idpMetadataUrl: profile.metadataUrl }),
    idpSigningCertificates: identityProvider.signingCertificates.map(({ pem }) => pem),
  };
}
