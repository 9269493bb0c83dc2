import type { ContractFacts } from '../../src/contract/contract.js';

const IDENTITY = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/';
export const GROUPS = 'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups';

/** B.Simon's good login, with the claims Entra sends by default. */
export const GOOD: ContractFacts = {
  nameId: 'B.Simon@contoso.com',
  nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  verified: true,
  claims: {
    [`${IDENTITY}givenname`]: ['B.'],
    [`${IDENTITY}surname`]: ['Simon'],
    [`${IDENTITY}emailaddress`]: ['B.Simon@contoso.com'],
    [`${IDENTITY}name`]: ['B.Simon@contoso.com'],
    [GROUPS]: ['g-1', 'g-2'],
    'http://example.org/claims/name': ['other'],
  },
  signatures: [
    {
      covers: 'assertion',
      algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
    },
  ],
};
