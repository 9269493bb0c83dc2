import { describe, expect, it } from '@jest/globals';
import { generic } from '../../src/sp/generic.js';
import { mimecast } from '../../src/sp/mimecast.js';
import { vendorNamed, vendorOf, vendors } from '../../src/sp/vendors.js';
import { parcels } from './second-vendor.js';

describe('The vendors', () => {
  it.each([
    ['https://eu-api.mimecast.com/sso/C46A75', 'mimecast'],
    ['eu-api.mimecast.com.C46A75', 'mimecast'],
    ['https://uspcom-api.mimecast-pscom-us.com/sso/C1', 'mimecast'],
    ['https://console-je.mimecast-offshore.com/sso/C1', 'mimecast'],
    ['https://notmimecast.com/sso/C46A75', 'generic'],
    [undefined, 'generic'],
  ])('are told by the entityID: %s is %s', (entityId, vendor) => {
    expect(vendorOf(entityId).id).toBe(vendor);
  });

  it('that share an id are told apart by the entityID of the record', () => {
    const all = [mimecast, parcels, generic];
    expect(vendorNamed('generic', 'urn:north:parcels:PN17', all)).toBe(parcels);
    expect(vendorNamed('generic', 'https://sp.example/metadata', all)).toBe(generic);
    expect(vendorNamed('generic', undefined, all)).toBe(generic);
    expect(vendorNamed('mimecast', 'https://sp.example/metadata', all)).toBe(mimecast);
  });

  it('grade every fact and name where it is from', () => {
    const facts = vendors.flatMap((vendor) => [
      ...vendor.regions,
      ...vendor.entityIdStyles,
      ...vendor.endpoints,
      ...(vendor.applications ?? []),
      ...(vendor.accountCodePrefixes ? [vendor.accountCodePrefixes] : []),
      ...(vendor.accountCodeIsUpperCase ? [vendor.accountCodeIsUpperCase] : []),
      vendor.requestBinding,
      vendor.nameIdMustBeEmail,
      vendor.responseMustBeSigned,
      vendor.assertionMustBeSigned,
    ]);
    expect(facts.length).toBeGreaterThan(20);
    expect(facts.filter(({ grade, source }) => !grade || source.trim() === '')).toEqual([]);
  });

  it('do not claim for Mimecast what no source says', () => {
    const [mimecast] = vendors;
    expect(mimecast?.responseMustBeSigned.grade).toBe('harness');
    expect(mimecast?.assertionMustBeSigned.grade).toBe('harness');
    expect(mimecast?.requestBinding).toMatchObject({ value: 'HTTP-POST', grade: 'excerpt' });
  });

  it('know of Mimecast’s applications which way a login may begin, as its table says', () => {
    const [mimecast] = vendors;
    expect(mimecast?.applications?.map((one) => [one.name, one.spInitiated, one.idpInitiated])).toEqual([
      ['Mimecast Personal Portal', true, true],
      ['Mimecast Partner Portal', true, false],
      ['Administration Console', true, true],
      ['Mimecast for Outlook 7.0+', true, false],
      ['Mimecast Mobile 3.1+', true, false],
      ['Mimecast for Mac 2.4+', true, false],
    ]);
  });
});
