/** Where the rules come from: clauses of standards, and dated pages for what belongs to Microsoft or Mimecast. */

import type { SpecRef } from './check.js';

const SAML = 'https://docs.oasis-open.org/security/saml/v2.0';

const from =
  (document: string, url: string) =>
  (clause: string): SpecRef => ({ document, clause, url });

export const samlCore = from('SAML core', `${SAML}/saml-core-2.0-os.pdf`);
export const samlBindings = from('SAML bindings', `${SAML}/saml-bindings-2.0-os.pdf`);
export const samlProfiles = from('SAML profiles', `${SAML}/saml-profiles-2.0-os.pdf`);
export const samlMetadata = from('SAML metadata', `${SAML}/saml-metadata-2.0-os.pdf`);
export const samlSchema = (clause: string): SpecRef => ({
  document: 'SAML schema',
  clause,
  url: `${SAML}/saml-schema-${clause.startsWith('protocol') ? 'protocol' : 'assertion'}-2.0.xsd`,
});
export const xmlSignature = from('XML Signature', 'https://www.w3.org/TR/xmldsig-core1/');
export const xmlEncryption = from('XML Encryption 1.1', 'https://www.w3.org/TR/xmlenc-core1/');
export const exclusiveC14n = from('Exclusive XML Canonicalization', 'https://www.w3.org/TR/xml-exc-c14n/');
export const xml10 = from('XML 1.0', 'https://www.w3.org/TR/xml/');
export const base64 = from('RFC 4648', 'https://www.rfc-editor.org/rfc/rfc4648');
export const samlInterop = from(
  'Kantara SAML V2.0 Implementation Profile',
  'https://kantarainitiative.github.io/SAMLprofiles/fedinterop.html',
);
export const entraSso = from(
  'Microsoft Entra: single sign-on SAML protocol',
  'https://learn.microsoft.com/entra/identity-platform/single-sign-on-saml-protocol',
);
export const entraClaims = from(
  'Microsoft Entra: customize SAML token claims',
  'https://learn.microsoft.com/entra/identity-platform/saml-claims-customization',
);
export const entraSigning = from(
  'Microsoft Entra: certificate signing options',
  'https://learn.microsoft.com/entra/identity/enterprise-apps/certificate-signing-options',
);
export const entraErrors = from(
  'Microsoft Entra: error codes',
  'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
);
export const entraGroups = from(
  'Microsoft Entra: group claims',
  'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-fed-group-claims',
);
export const mimecastTutorial = from(
  'Microsoft: configure Mimecast for single sign-on (2025-03-25)',
  'https://learn.microsoft.com/entra/identity/saas-apps/mimecast-personal-portal-tutorial',
);
export const mimecastAzure = from(
  'Mimecast: SSO logins using Azure (support article 34000629116563)',
  'https://mimecastsupport.zendesk.com/hc/en-us/articles/34000629116563',
);
export const mimecastOkta = from(
  'Okta: SAML 2.0 for Mimecast Personal Portal V3 (excerpt)',
  'https://saml-doc.okta.com/SAML_Docs/How-to-Configure-SAML-2.0-for-Mimecast-Personal-Portal-V3.html',
);
export const ourRule = (clause: string): SpecRef => ({ document: 'Rule of this harness', clause });
