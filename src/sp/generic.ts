import type { VendorProfile } from './profile.js';

const SAML = 'SAML 2.0 profiles, 4.1.4';

/** Any service provider that follows the standard and asks for nothing of its own. */
export const generic: VendorProfile = {
  id: 'generic',
  name: 'a SAML 2.0 service provider',
  regions: [],
  entityIdStyles: [
    { id: 'url', description: 'a URL', write: (host) => `https://${host}/metadata`, grade: 'harness', source: SAML },
  ],
  endpoints: [
    {
      path: '/login/saml',
      application: 'the application',
      spInitiated: true,
      idpInitiated: true,
      grade: 'harness',
      source: SAML,
    },
  ],
  requestBinding: { value: 'HTTP-Redirect', grade: 'harness', source: SAML },
  nameIdMustBeEmail: { value: false, grade: 'documented', source: SAML },
  responseMustBeSigned: { value: false, grade: 'documented', source: SAML },
  assertionMustBeSigned: { value: false, grade: 'documented', source: SAML },
  recognizes: () => true,
};
