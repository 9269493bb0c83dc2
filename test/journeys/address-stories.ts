import { ACS, ENTITY_ID, GOOD_AT } from '../a-response.js';
import { judged, type Story } from './story.js';

const minutes = (n: number) => new Date(GOOD_AT.getTime() + n * 60_000);
const audience = (value: string) => judged({ basics: { audience: value } });
const live = (state: 'unknown' | 'expired' | 'already-used') => judged({}, { correlation: { mode: 'live', state } });

export const ADDRESS_STORIES: readonly Story[] = [
  {
    id: 'U3',
    title: 'An audience that differs by a space nobody sees',
    tell: () => audience(`${ENTITY_ID}\u00a0`),
    cause: 'audience-matches',
    side: 'IdP administrator',
    says: /white space|space/i,
  },
  {
    id: 'U4',
    title: 'Several audiences, and ours is one of them',
    tell: () =>
      judged({
        before: (xml) => xml.replace('<Audience>', '<Audience>https://other.example</Audience><Audience>'),
      }),
    cause: 'accepted',
    side: 'nobody',
    says: 'accepted',
  },
  {
    id: 'U5a',
    title: 'Audience is the Reply URL',
    tell: () => audience(ACS),
    cause: 'audience-matches',
    side: 'IdP administrator',
    says: /Reply URL|AssertionConsumerService/,
  },
  {
    id: 'U5b',
    title: 'Audience is http:// instead of https://',
    tell: () => audience(ENTITY_ID.replace('https', 'http')),
    cause: 'audience-matches',
    side: 'IdP administrator',
    says: 'it begins with http://, not https://',
  },
  {
    id: 'U5c',
    title: 'Audience is that of another region',
    tell: () => audience(ENTITY_ID.replace('eu-', 'us-')),
    cause: 'audience-matches',
    side: 'IdP administrator',
    says: /region|us-api/,
  },
  {
    id: 'U6',
    title: 'Audience is the bare application id',
    tell: () => audience('6d2c8b1e-0f3a-4c5d-9e7f-1a2b3c4d5e6f'),
    cause: 'audience-matches',
    side: 'IdP administrator',
    says: /application id|GUID/i,
  },
  {
    id: 'U7a',
    title: 'InResponseTo names a request nobody knows',
    tell: () => live('unknown'),
    cause: 'in-response-to-known',
    side: 'SP administrator',
    says: 'was never sent from here',
  },
  {
    id: 'U7b',
    title: 'InResponseTo names a request that has expired',
    tell: () => live('expired'),
    cause: 'in-response-to-known',
    side: 'SP administrator',
    says: /expired|minutes|too late/i,
  },
  {
    id: 'U7c',
    title: 'InResponseTo names a request that was answered before',
    tell: () => live('already-used'),
    cause: 'in-response-to-known',
    side: 'SP administrator',
    says: /already|before|once/i,
  },
  {
    id: 'U9',
    title: 'IdP-initiated where it is allowed',
    tell: () =>
      judged(
        { unsolicited: true },
        { serviceProvider: { unsolicitedResponsesAllowed: true }, correlation: { mode: 'live' } },
      ),
    cause: 'accepted',
    side: 'nobody',
    says: 'accepted',
  },
  {
    id: 'U10',
    title: 'Expired: posted an hour late',
    tell: () => judged({}, { at: minutes(75) }),
    cause: 'subject-confirmation-in-time',
    side: 'SP administrator',
    says: /too late/,
  },
  {
    id: 'U12a',
    title: 'Destination of another service provider',
    tell: () => judged({ plan: (plan) => ({ ...plan, destination: 'https://other.example/acs' }) }),
    cause: 'destination-matches',
    side: 'IdP administrator',
    says: 'other.example',
  },
  {
    id: 'U37',
    title: 'Recipient differs by port',
    tell: () => judged({ basics: { assertionConsumerServiceUrl: ACS.replace('.com/', '.com:8443/') } }),
    cause: 'destination-matches',
    side: 'developer',
    says: /port/i,
  },
  {
    id: 'U38',
    title: 'RelayState came back changed',
    tell: () =>
      judged(
        {},
        { received: { relayState: 'other' }, correlation: { mode: 'live', state: 'pending', sentRelayState: 'mine' } },
        'relay-state-returned',
      ),
    cause: 'relay-state-returned',
    side: 'developer',
    says: /RelayState/,
  },
];
