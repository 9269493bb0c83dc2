/** Failures people reported in public: Entra refuses, or says of a user what the service provider cannot use. */
import { findAadsts } from '../../src/diagnosis/aadsts.js';
import { ENTRA_CLAIM, NAME_ID_FORMAT } from '../../src/saml/names.js';
import { writeAuthnRequest } from '../../src/saml/write-authn-request.js';
import { ACS, aResponse, ENTITY_ID, GOOD_AT, IDP_ENTITY_ID } from '../a-response.js';
import { asked, explained, judged, type Story } from './story.js';

const pasted = (text: string) => {
  const found = findAadsts(text);
  return Promise.resolve(explained(found?.number ?? 0, text));
};

export const USER_STORIES: readonly Story[] = [
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
];
