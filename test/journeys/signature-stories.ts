import { aResponse, IDP_ENTITY_ID } from '../a-response.js';
import { judged, type Story } from './story.js';

export const SIGNATURE_STORIES: readonly Story[] = [
  {
    id: 'U1',
    title: 'Entra signs the assertion only, which is enough',
    tell: () => judged({}),
    cause: 'accepted',
    side: 'nobody',
    says: 'accepted',
  },
  {
    id: 'U2',
    title: '“Invalid signature” of a response that has none',
    tell: () => judged({ sign: 'none' }),
    cause: 'signature-present',
    side: 'IdP administrator',
    says: /signed/i,
  },
  {
    id: 'U13a',
    title: 'The signature’s value was altered',
    tell: () =>
      judged({
        after: (xml) =>
          xml.replace(/<SignatureValue>(.)/, (_m, c: string) => `<SignatureValue>${c === 'A' ? 'B' : 'A'}`),
      }),
    cause: 'signature-verifies',
    side: 'developer',
    says: /signature/i,
  },
  {
    id: 'U13b',
    title: 'Something was changed after signing',
    tell: () => judged({ after: (xml) => xml.replace('>Simon<', '>Simons<') }),
    cause: 'digest-matches',
    side: 'developer',
    says: /changed/i,
  },
  {
    id: 'U14a',
    title: 'Re-indented on the way',
    tell: () => judged({ after: (xml) => xml.replaceAll('><', '>\n  <') }),
    cause: 'digest-matches',
    side: 'developer',
    says: /indent|white space/i,
  },
  {
    id: 'U15',
    title: 'Signed by another key: both thumbprints are shown',
    tell: () => judged({ key: 'rogue' }),
    cause: 'signing-certificate-published',
    side: 'IdP administrator',
    says: /[0-9A-F]{40}/,
  },
  {
    id: 'U32',
    title: 'The tenant’s metadata was imported, not the application’s',
    tell: () =>
      judged(
        {},
        {
          published: [aResponse({ key: 'tenant' }).certificate],
          identityProvider: { entityId: IDP_ENTITY_ID, metadataIsTenantWide: true },
        },
      ),
    cause: 'signing-certificate-published',
    side: 'SP administrator',
    says: 'appid',
  },
];
