/** The rows of what users ask for, section 3, that concern a message. */

import { findAadsts } from '../../src/diagnosis/aadsts.js';
import { ENTRA_CLAIM, NAME_ID_FORMAT } from '../../src/saml/names.js';
import { writeAuthnRequest } from '../../src/saml/write-authn-request.js';
import { ACS, aResponse, ENTITY_ID, GOOD_AT, IDP_ENTITY_ID } from '../a-response.js';
import { asked, explained, judged, type Story } from './story.js';

const minutes = (n: number) => new Date(GOOD_AT.getTime() + n * 60_000);
const audience = (value: string) => judged({ basics: { audience: value } });
const live = (state: 'unknown' | 'expired' | 'already-used') => judged({}, { correlation: { mode: 'live', state } });
const pasted = (text: string) => {
  const found = findAadsts(text);
  return Promise.resolve(explained(found?.number ?? 0, text));
};

export const USER_STORIES: readonly Story[] = [
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
    says: 'http',
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
    says: /request/i,
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
    id: 'U11',
    title: 'A refusal with nested status codes and a message',
    tell: () =>
      judged(
        aResponse({
          sign: 'none',
          plan: (plan) => ({
            ...plan,
            assertions: [],
            status: {
              codes: ['urn:oasis:names:tc:SAML:2.0:status:Responder', 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed'],
              message: 'AADSTS50105: not assigned',
            },
          }),
        }).xml,
      ),
    cause: 'status-is-success',
    side: 'IdP administrator',
    says: 'AADSTS50105',
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
    id: 'U21',
    title: 'AADSTS75011 in a pasted error page',
    tell: () =>
      pasted(
        "AADSTS75011: Authentication method 'X509, MultiFactor' by which the user authenticated with the service doesn't match",
      ),
    cause: 'AADSTS75011',
    side: 'SP administrator',
    says: /context/i,
  },
  {
    id: 'U22',
    title: 'AADSTS750054 as the URL of an error page',
    tell: () => pasted('https://login.microsoftonline.com/error?code=750054'),
    cause: 'AADSTS750054',
    side: 'SP administrator',
    says: /SAMLRequest|request/i,
  },
  {
    id: 'U23',
    title: 'AADSTS50011: the path in other capitals',
    tell: () => asked({ assertionConsumerServiceUrl: ACS.replace('saml', 'Saml') }),
    cause: 'AADSTS50011',
    side: 'IdP administrator',
    says: '/login/Saml',
  },
  {
    id: 'U24',
    title: 'The request carries the IdP’s own entityID as Issuer',
    tell: () =>
      judged(
        {},
        {
          correlation: {
            requestXml: writeAuthnRequest({ id: '_a', issueInstant: GOOD_AT, issuer: IDP_ENTITY_ID }),
            registeredIdentifiers: [ENTITY_ID],
          },
        },
        'request-acceptable-to-entra',
      ),
    cause: 'request-acceptable-to-entra',
    side: 'developer',
    says: /Issuer/,
  },
  {
    id: 'U29a',
    title: 'NameID is the user name of a guest',
    tell: () => judged({ basics: { nameId: { value: 'grace_fabrikam.com#EXT#@contoso.onmicrosoft.com' } } }),
    cause: 'name-id-is-email',
    side: 'IdP administrator',
    says: '#EXT#',
  },
  {
    id: 'U29b',
    title: 'NameID is transient',
    tell: () => judged({ basics: { nameId: { value: '_0c2f', format: NAME_ID_FORMAT.transient } } }),
    cause: 'name-id-is-email',
    side: 'IdP administrator',
    says: /transient|opaque/,
  },
  {
    id: 'U30',
    title: 'A claim sent twice under one name',
    tell: () =>
      judged(
        {
          assertion: (plan) => ({
            ...plan,
            attributes: [
              { name: ENTRA_CLAIM.name, values: ['a'] },
              { name: ENTRA_CLAIM.name, values: ['b'] },
            ],
          }),
        },
        {},
        'attributes-well-formed',
      ),
    cause: 'attributes-well-formed',
    side: 'IdP administrator',
    says: /twice|2 times|more than once/i,
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
