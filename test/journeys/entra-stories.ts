/** Failures people reported in public about Entra ID as their identity provider. */
import { createSelfSignedCertificate } from '../../src/saml/create-certificate.js';
import { NAME_ID_FORMAT } from '../../src/saml/names.js';
import { ACS, ENTITY_ID, GOOD_AT } from '../a-response.js';
import { testKey } from '../keys.js';
import { asked, aTenant, explained, judged, type Story } from './story.js';

const minutes = (n: number) => new Date(GOOD_AT.getTime() + n * 60_000);
const withoutTls = ACS.replace('https:', 'http:');

/** The application's next certificate: same name, newer, made active before anybody imported it. */
async function rolledOver() {
  const { privateKeyPem } = testKey('idp-next');
  const serialNumber = new Uint8Array(16).fill(7);
  const { pem } = await createSelfSignedCertificate({
    privateKeyPem,
    serialNumber,
    notBefore: new Date('2026-02-01T00:00:00Z'),
  });
  return { privateKeyPem, certificatePem: pem };
}

export const ENTRA_STORIES: readonly Story[] = [
  {
    id: 'E1',
    title: 'Audience is spn:<application id> instead of the Identifier',
    tell: () => judged({ basics: { audience: 'spn:6d2c8b1e-0f3a-4c5d-9e7f-1a2b3c4d5e6f' } }),
    cause: 'audience-matches',
    side: 'IdP administrator',
    says: 'spn:',
  },
  {
    id: 'E2',
    title: 'A context is requested that the session was not made with',
    tell: () => {
      const tenant = aTenant();
      return asked(
        { requestedAuthnContext: { comparison: 'exact', classRefs: ['urn:oasis:names:tc:SAML:2.0:ac:classes:X509'] } },
        { tenant },
      );
    },
    cause: 'AADSTS75011',
    side: 'SP administrator',
    says: "doesn't match requested authentication method",
  },
  {
    id: 'E3',
    title: 'A service provider behind a TLS proxy asks for http://',
    tell: () => asked({ assertionConsumerServiceUrl: withoutTls }),
    cause: 'AADSTS50011',
    side: 'IdP administrator',
    says: withoutTls,
  },
  {
    id: 'E4',
    title: 'The same proxy, other side: Destination and Recipient are http://',
    tell: () => judged({ basics: { assertionConsumerServiceUrl: withoutTls } }),
    cause: 'destination-matches',
    side: 'developer',
    says: 'it begins with http://, not https://',
  },
  {
    id: 'E5',
    title: 'Only the assertion is signed, and the response has to be',
    tell: () => judged({}, { serviceProvider: { responseMustBeSigned: true } }),
    cause: 'response-signed-when-required',
    side: 'IdP administrator',
    says: /only the assertion is signed|Response is not signed/i,
  },
  {
    id: 'E6',
    title: 'The Issuer of the request is not the Identifier',
    tell: () => asked({ issuer: `${ENTITY_ID}/` }),
    cause: 'AADSTS700016',
    side: 'IdP administrator',
    says: 'was not found in the directory',
  },
  {
    id: 'E7',
    title: 'Audience is the Identifier, and a slash at its end is too much',
    tell: () => judged({ basics: { audience: `${ENTITY_ID}/` } }),
    cause: 'audience-matches',
    side: 'IdP administrator',
    says: 'slash',
  },
  {
    id: 'E8',
    title: 'Signed with a certificate that nobody imported after the rollover',
    tell: async () => judged({ key: await rolledOver() }),
    cause: 'signing-certificate-published',
    side: 'SP administrator',
    says: 'the identity provider has changed its certificate',
  },
  {
    id: 'E9',
    title: 'More than 150 groups: groups.link instead of groups',
    tell: () =>
      judged(
        {
          assertion: (plan) => ({
            ...plan,
            attributes: [
              ...(plan.attributes ?? []),
              {
                name: 'http://schemas.microsoft.com/claims/groups.link',
                values: ['https://graph.windows.net/t/users/u/getMemberObjects'],
              },
            ],
          }),
        },
        {},
        'groups-not-overage',
      ),
    cause: 'groups-not-overage',
    side: 'IdP administrator',
    says: 'more groups than fit',
  },
  {
    id: 'E10',
    title: 'NameID is an opaque persistent value',
    tell: () =>
      judged({
        basics: { nameId: { value: 'xJxdqS8W2UXawbZZqpGFXKG4uEmO5GjijKD2RkMipBo', format: NAME_ID_FORMAT.persistent } },
      }),
    cause: 'name-id-is-email',
    side: 'IdP administrator',
    says: 'opaque',
  },
  {
    id: 'E11',
    title: 'The session cookie is not sent with the cross-site post',
    tell: () =>
      judged(
        {},
        {
          received: { fieldNames: ['SAMLResponse', 'RelayState'], relayState: 'kept-in-relay-state' },
          correlation: { sentRelayState: 'kept-in-relay-state' },
        },
      ),
    cause: 'accepted',
    side: 'nobody',
    says: 'accepted',
  },
  {
    id: 'E12',
    title: 'IdP-initiated, and Allow Single Sign On is not set',
    tell: () => judged({ unsolicited: true }, { correlation: { mode: 'live' } }),
    cause: 'unsolicited-response-allowed',
    side: 'SP administrator',
    says: 'began at the identity provider',
  },
  {
    id: 'E13',
    title: 'Not yet valid: the clock of the service provider is slow',
    tell: () => judged({}, { at: minutes(-8) }),
    cause: 'conditions-started',
    side: 'SP administrator',
    says: /clock/,
  },
  {
    id: 'E14',
    title: 'The ID of the request begins with a digit',
    tell: () => asked({ id: '1f0c' }),
    cause: 'AADSTS7500529',
    side: 'developer',
    says: 'must not begin with a number',
  },
  {
    id: 'E15',
    title: 'The login URL is opened without a SAMLRequest',
    tell: async () => {
      const { aadsts, text } = aTenant().refuse(750054);
      return explained(aadsts, text);
    },
    cause: 'AADSTS750054',
    side: 'SP administrator',
    says: 'SAMLRequest',
  },
  {
    id: 'E16',
    title: 'A LogoutRequest without NameID',
    tell: async () => {
      const { aadsts, text } = aTenant().refuse(7500530);
      return explained(aadsts, text);
    },
    cause: 'AADSTS7500530',
    side: 'developer',
    says: 'NameId',
  },
  {
    id: 'E17',
    title: 'A claim is missing because the user has no mail',
    tell: () =>
      judged(
        {},
        {
          contract: {
            name: 'saml-contract.yaml',
            violations: [
              {
                path: 'claims.emailaddress',
                message: 'The claim emailaddress is required and is missing.',
                expected: 'at least one value',
                actual: 'missing',
              },
            ],
          },
        },
      ),
    cause: 'claims-satisfy-contract',
    side: 'IdP administrator',
    says: 'emailaddress',
  },
  {
    id: 'E18',
    title: 'Claims beyond ASCII: signed and read without harm',
    tell: () =>
      judged({ assertion: (plan) => ({ ...plan, attributes: [{ name: 'city', values: ['Zürich Åström 張 🎉'] }] }) }),
    cause: 'accepted',
    side: 'nobody',
    says: 'accepted',
  },
  {
    id: 'E19',
    title: 'The user is only in a group that is nested in the assigned one',
    tell: () => asked({}, { user: 'Lee.Gu@contoso.com' }),
    cause: 'AADSTS50105',
    side: 'IdP administrator',
    says: 'assign',
  },
  {
    id: 'E20',
    title: 'No Reply URL is known and none is asked for',
    tell: async () => {
      const { aadsts, text } = aTenant().refuse(900971);
      return explained(aadsts, text);
    },
    cause: 'AADSTS900971',
    side: 'IdP administrator',
    says: 'No reply address',
  },
];
