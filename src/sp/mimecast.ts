import type { VendorApplication, VendorProfile, VendorRegion } from './profile.js';

const TUTORIAL = 'Microsoft, "Azure AD SSO integration with Mimecast", 2022-01-27 and later';
const ADFS_GUIDE = 'Mimecast support, "Administration Console: Configuring SSO Using ADFS"';
const PR_1958 = 'MicrosoftDocs/entra-docs pull request 1958 (unmerged)';
const JUMPCLOUD = 'JumpCloud, "Integrate with Mimecast"';
const NAME_ID = 'PingIdentity and Okta guides for Mimecast; Mimecast DOC-2009';

const APPLICATIONS = 'Mimecast support, the table of applications in the guide to single sign-on';

const application = (name: string, idpInitiated: boolean): VendorApplication => ({
  name,
  spInitiated: true,
  idpInitiated,
  grade: 'excerpt',
  source: APPLICATIONS,
});

const region = (id: string, name: string, accountCodePrefix?: string): VendorRegion => ({
  id,
  name,
  host: `${id}-api.mimecast.com`,
  ...(accountCodePrefix === undefined ? {} : { accountCodePrefix }),
  grade: 'documented',
  source: TUTORIAL,
});

/** Mimecast as far as public sources know it. What they do not say is graded `harness`: our choice, not Mimecast's behaviour. */
export const mimecast: VendorProfile = {
  id: 'mimecast',
  name: 'Mimecast',
  regions: [
    region('eu', 'Europe', 'CUK'),
    region('us', 'United States', 'CUSA'),
    region('za', 'South Africa', 'CSA'),
    region('au', 'Australia', 'CAU'),
    region('jer', 'Offshore (Jersey)'),
    { ...region('de', 'Germany', 'CDE'), grade: 'excerpt', source: ADFS_GUIDE },
    { ...region('usb', 'United States (B grid)', 'CUSB'), grade: 'excerpt', source: ADFS_GUIDE },
    { ...region('ca', 'Canada', 'CCA'), grade: 'excerpt', source: ADFS_GUIDE },
    {
      id: 'uspcom',
      name: 'USPCOM (unconfirmed)',
      host: 'uspcom-api.mimecast-pscom-us.com',
      grade: 'excerpt',
      source: PR_1958,
    },
  ],
  entityIdStyles: [
    {
      id: 'azure',
      description: 'the form for Microsoft Entra ID',
      write: (host, accountCode) => `https://${host}/sso/${accountCode}`,
      grade: 'documented',
      source: TUTORIAL,
    },
    {
      id: 'generic',
      description: 'the form for every other IdP: no scheme, a dot before the account code',
      write: (host, accountCode) => `${host}.${accountCode}`,
      grade: 'excerpt',
      source: ADFS_GUIDE,
    },
  ],
  endpoints: [
    {
      path: '/login/saml',
      application: 'Mimecast applications',
      spInitiated: true,
      idpInitiated: true,
      grade: 'documented',
      source: TUTORIAL,
    },
    {
      path: '/login/sso/mpp',
      application: 'Mimecast Personal Portal',
      spInitiated: true,
      idpInitiated: true,
      grade: 'excerpt',
      source: JUMPCLOUD,
    },
    {
      path: '/login/sso/adcon',
      application: 'Administration Console',
      spInitiated: true,
      idpInitiated: true,
      grade: 'excerpt',
      source: JUMPCLOUD,
    },
  ],
  applications: [
    application('Mimecast Personal Portal', true),
    application('Mimecast Partner Portal', false),
    application('Administration Console', true),
    application('Mimecast for Outlook 7.0+', false),
    application('Mimecast Mobile 3.1+', false),
    application('Mimecast for Mac 2.4+', false),
  ],
  accountCodePrefixes: {
    value: true,
    grade: 'inferred',
    source: 'Mimecast support, "Identifying Mimecast Regions", joined with the hosts by the names of the regions',
  },
  accountCodeIsUpperCase: {
    value: true,
    grade: 'excerpt',
    source: 'Mimecast support, the guide for Azure: "should be capitalized"',
  },
  requestBinding: {
    value: 'HTTP-POST',
    grade: 'excerpt',
    source: 'Mimecast support, three articles on single sign-on, in the same words',
  },
  nameIdMustBeEmail: { value: true, grade: 'excerpt', source: NAME_ID },
  responseMustBeSigned: { value: false, grade: 'harness', source: 'unknown; Entra ID signs the assertion by default' },
  assertionMustBeSigned: { value: false, grade: 'harness', source: 'unknown; one signature, on either, is required' },
  recognizes: (entityId) => /(^|[/.-])mimecast(-pscom-us|-offshore)?\.com([/.]|$)/i.test(entityId),
};
