import type { VendorProfile } from '../../src/sp/profile.js';

const SOURCE = 'made up for the tests';
const fact = <T>(value: T) => ({ value, grade: 'harness', source: SOURCE }) as const;

/** A vendor that is nobody's: everything the harness has to know of one, in one file of data. */
export const parcels: VendorProfile = {
  id: 'generic',
  name: 'Parcels',
  regions: [
    {
      id: 'north',
      name: 'North',
      host: 'north.parcels.example',
      accountCodePrefix: 'PN',
      grade: 'harness',
      source: SOURCE,
    },
    {
      id: 'south',
      name: 'South',
      host: 'south.parcels.example',
      accountCodePrefix: 'PS',
      grade: 'harness',
      source: SOURCE,
    },
  ],
  entityIdStyles: [
    {
      id: 'urn',
      description: 'a URN',
      write: (host, accountCode) => `urn:${host.split('.')[0]}:parcels:${accountCode}`,
      grade: 'harness',
      source: SOURCE,
    },
  ],
  endpoints: [
    {
      path: '/saml/acs',
      application: 'Parcels Desk',
      spInitiated: true,
      idpInitiated: true,
      grade: 'harness',
      source: SOURCE,
    },
    {
      path: '/saml/mobile',
      application: 'Parcels Mobile',
      spInitiated: true,
      idpInitiated: false,
      grade: 'harness',
      source: SOURCE,
    },
  ],
  requestBinding: fact('HTTP-Redirect'),
  nameIdMustBeEmail: fact(false),
  responseMustBeSigned: fact(true),
  assertionMustBeSigned: fact(true),
  recognizes: (entityId) => /^urn:[a-z]+:parcels:/.test(entityId),
};
