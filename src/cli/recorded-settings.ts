/** What a login record says its verdict depended on. */

import { asArray, type JsonObject, own, ownText } from '../import/json-shapes.js';
import type { DiagnoseOptions } from '../logins/diagnose-message.js';

export interface RecordedSettings {
  readonly serviceProvider?: NonNullable<DiagnoseOptions['serviceProvider']>;
  readonly identityProvider?: NonNullable<DiagnoseOptions['identityProvider']>;
  readonly clockSkewMs?: number;
}

export function recordedSettings(record: JsonObject): RecordedSettings {
  const settings = own(record, 'settings');
  const profile = ownText(settings, 'profile');
  const entityId = ownText(settings, 'entityId');
  const acsUrl = ownText(own(record, 'received'), 'acsUrl') ?? ownText(settings, 'acsUrl');
  const idpEntityId = ownText(settings, 'idpEntityId');
  const unsolicited = own(settings, 'unsolicitedResponsesAllowed');
  const skew = own(settings, 'clockSkewMs');
  const signingCertificates = asArray(own(settings, 'idpSigningCertificates')).filter((pem) => typeof pem === 'string');
  return {
    serviceProvider: {
      ...((profile === 'mimecast' || profile === 'generic') && { profile }),
      ...(entityId !== undefined && { entityId }),
      ...(acsUrl !== undefined && { assertionConsumerServiceUrl: acsUrl }),
      ...(typeof unsolicited === 'boolean' && { unsolicitedResponsesAllowed: unsolicited }),
    },
    identityProvider: {
      ...(idpEntityId !== undefined && { entityId: idpEntityId }),
      ...(signingCertificates.length > 0 && { signingCertificates }),
    },
    ...(typeof skew === 'number' && { clockSkewMs: skew }),
  };
}
