/** A message judged for the report tests, from its XML. */
import { judge } from '../../src/logins/judge.js';
import type { ReportedMessage } from '../../src/report/reported-message.js';
import { readEvidence } from '../../src/saml/read-evidence.js';
import {
  ACS,
  anIdentityProvider,
  aResponse,
  ENTITY_ID,
  GOOD_AT,
  IDP_ENTITY_ID,
  type ResponseChange,
} from '../a-response.js';

export async function reported(
  change: ResponseChange = {},
  more: Partial<ReportedMessage> = {},
): Promise<ReportedMessage> {
  const { xml } = aResponse(change);
  const received = { binding: 'document', samlResponse: xml } as const;
  const identityProvider = anIdentityProvider();
  const evidence = await readEvidence(received, { identityProvider, decryptionKeys: [] });
  const judgement = judge(evidence, {
    at: GOOD_AT,
    clockSkewMs: 180_000,
    serviceProvider: {
      profile: 'mimecast',
      entityId: ENTITY_ID,
      assertionConsumerServiceUrl: ACS,
      responseMustBeSigned: false,
      assertionMustBeSigned: false,
      nameIdMustBeEmail: true,
      unsolicitedResponsesAllowed: true,
    },
    identityProvider: { entityId: IDP_ENTITY_ID },
    correlation: { mode: 'offline' },
  });
  const arrived = { at: GOOD_AT.toISOString(), ...received };
  return {
    name: 'folder/response.xml',
    judgedAt: GOOD_AT.toISOString(),
    xml,
    received: arrived,
    ...judgement,
    ...more,
  };
}
