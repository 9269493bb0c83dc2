/** Where an administrator finds what an item is about. */

const ENTRA_SSO = 'Entra: Enterprise applications > the app > Single sign-on';
export const BASIC_SAML = `${ENTRA_SSO} > Basic SAML Configuration`;
export const SAML_CERTIFICATES = `${ENTRA_SSO} > SAML Certificates`;
export const ACCOUNT_CODE = 'Mimecast: Administration > Account > Account Settings > Account Code';
