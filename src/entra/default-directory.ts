import type { TenantUser } from './tenant.js';

/** The same on every start, so that what was entered at the service provider stays right. */
export const DEFAULT_TENANT_ID = '6b8b0c1e-5d0f-4d2a-9f5e-3a7c41d2e9b6';
export const DEFAULT_APP_ID = 'd4c7f0a2-83b1-4f6e-a0d9-51e2c8b7364f';
export const DEFAULT_DOMAIN = 'contoso.com';

/** The people of the tutorial. */
export const DEFAULT_USERS: readonly TenantUser[] = [
  person('0d1f5b5e-9a43-4c57-8a3e-6c1f2b9d7e01', 'B.Simon', 'B. Simon', 'B.', 'Simon'),
  person('4c9e6a17-2f80-4b1d-9d6a-0e7b3c5f8a02', 'Adele.Vance', 'Adele Vance', 'Adele', 'Vance'),
  person('97b2d3c8-51e6-4fa9-b0c4-8d1a6e2f5b03', 'Lidia.Holloway', 'Lidia Holloway', 'Lidia', 'Holloway'),
];

function person(id: string, name: string, displayName: string, givenName: string, surname: string): TenantUser {
  const upn = `${name}@${DEFAULT_DOMAIN}`;
  return {
    id,
    upn,
    displayName,
    mail: upn,
    givenName,
    surname,
    groups: [],
    enabled: true,
    kind: 'member',
    authenticationMethods: ['password'],
  };
}
