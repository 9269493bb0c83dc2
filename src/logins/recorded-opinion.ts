import type { Expectations } from '../diagnosis/expectations.js';
import { readCertificates } from '../saml/certificates.js';
import type { IdentityProvider } from '../saml/parties.js';
import { present } from '../saml/present.js';
import { readEvidence } from '../saml/read-evidence.js';
import type { XmlLimits } from '../saml/xml.js';
import type { SecondOpinionSource } from '../sp/second-opinion.js';
import { vendorNamed } from '../sp/vendors.js';
import type { AnsweredLogin, SecondOpinion, SettingsSnapshot } from './login.js';
import { askSecondOpinion } from './second-opinion.js';
import { vendorRules } from './vendor-rules.js';

/** What node-saml says of a recorded login, at its own instant and with its own settings. */
export async function secondOpinionOn(
  source: SecondOpinionSource,
  login: AnsweredLogin,
  decryptionKeys: readonly string[],
  limits?: XmlLimits,
): Promise<SecondOpinion> {
  const { settings, received, request, diagnosis } = login;
  const identityProvider: IdentityProvider = {
    ...present({ entityId: settings.idpEntityId }),
    signingCertificates: settings.idpSigningCertificates.flatMap((pem) => readCertificates(pem)),
  };
  const evidence = await readEvidence(received, { identityProvider, decryptionKeys }, limits);
  const expected = recordedExpectations(settings, new Date(received.at), request?.id);
  return askSecondOpinion(source, { evidence, expected, identityProvider, decryptionKeys, diagnosis });
}

function recordedExpectations(settings: SettingsSnapshot, at: Date, requestId: string | undefined): Expectations {
  const vendor = vendorNamed(settings.profile, settings.entityId);
  return {
    at,
    clockSkewMs: settings.clockSkewMs,
    serviceProvider: {
      ...vendorRules(vendor),
      ...present({ entityId: settings.entityId, assertionConsumerServiceUrl: settings.acsUrl }),
      unsolicitedResponsesAllowed: settings.unsolicitedResponsesAllowed,
    },
    identityProvider: present({ entityId: settings.idpEntityId }),
    correlation: { mode: 'offline', ...present({ requestId }) },
  };
}
