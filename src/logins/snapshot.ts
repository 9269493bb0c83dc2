import { present } from '../saml/present.js';
import { idpInitiated } from '../sp/account.js';
import type { SettingsSnapshot } from './login.js';
import type { SignOnSettings } from './sign-on-settings.js';

/** When the settings themselves could not be had: nothing was judged by them. */
const UNKNOWN = {
  profile: 'generic',
  clockSkewMs: 0,
  unsolicitedResponsesAllowed: false,
  idpSigningCertificates: [],
} as const satisfies SettingsSnapshot;

/** Freezes what the verdict depends on into the record. */
export function snapshotOf(settings: SignOnSettings | undefined, acsUrl: string): SettingsSnapshot {
  if (!settings) return { ...UNKNOWN, acsUrl };
  const { account, vendor, profile, identityProvider } = settings;
  return {
    profile: vendor.id,
    entityId: account.entityId,
    acsUrl,
    clockSkewMs: settings.clockSkewMs,
    unsolicitedResponsesAllowed: idpInitiated(acsUrl, vendor, profile).unsolicitedResponsesAllowed,
    ...present({ idpEntityId: identityProvider.entityId, idpMetadataUrl: profile.metadataUrl }),
    idpSigningCertificates: identityProvider.signingCertificates.map(({ pem }) => pem),
  };
}
