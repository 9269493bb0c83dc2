/** Genuine messages of one identity provider, signed once, and what a judgement may say of them. */
import { systemRandom } from '../../src/clock.js';
import { diagnoseMessage, type MessageDiagnosis } from '../../src/logins/diagnose-message.js';
import { encryptAssertion } from '../../src/saml/encrypt.js';
import {
  ACS,
  aResponse,
  CLAIMS,
  ENTITY_ID,
  GOOD_AT,
  IDP_ENTITY_ID,
  REQUEST_ID,
  type ResponseChange,
} from '../a-response.js';
import { testKey } from '../keys.js';

const encrypted = (xml: string) =>
  encryptAssertion(xml, { certificatePem: testKey('sp').certificatePem, random: systemRandom });
/** Another user of the same application: what is mixed of two messages is neither. */
const another: ResponseChange['basics'] = {
  responseId: '_other-response',
  assertionId: '_other-assertion',
  nameId: { value: 'Adele.Vance@contoso.com' },
  attributes: CLAIMS.slice(0, 4),
};

export const MESSAGES: readonly string[] = [
  aResponse(),
  aResponse({ unsolicited: true, basics: another }),
  aResponse({ sign: 'response' }),
  aResponse({ sign: 'both' }),
  aResponse({ sign: 'both', between: encrypted, basics: { ...another, assertionId: '_encrypted' } }),
  aResponse({ sign: 'response', unsolicited: true, basics: { ...another, assertionId: '_third' } }),
].map(({ xml }) => xml);

export function judged(samlResponse: string): Promise<MessageDiagnosis> {
  return diagnoseMessage(
    { binding: 'HTTP-POST', method: 'POST', samlResponse },
    {
      serviceProvider: {
        profile: 'mimecast',
        entityId: ENTITY_ID,
        assertionConsumerServiceUrl: ACS,
        decryptionKey: testKey('sp').privateKeyPem,
        unsolicitedResponsesAllowed: true,
      },
      identityProvider: { entityId: IDP_ENTITY_ID, signingCertificates: [testKey('idp').certificatePem] },
      at: GOOD_AT,
      clockSkewMs: 0,
      requestId: REQUEST_ID,
      secondOpinion: false,
    },
  );
}

/** Everything a judgement shows of an assertion. */
export const shown = ({ assertion, claims }: MessageDiagnosis): string => JSON.stringify({ assertion, claims });
