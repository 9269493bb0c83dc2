import { describe, expect, it } from '@jest/globals';
import { accountOf, accountWarnings, knownUrls } from '../../src/sp/account.js';
import { generic } from '../../src/sp/generic.js';

const local = { accountCode: 'C46A75', region: 'eu', origin: 'http://localhost:7010' };

describe('An account', () => {
  it('stands on the harness’s own URLs', () => {
    expect(accountOf(local)).toEqual({
      accountCode: 'C46A75',
      region: 'eu',
      entityId: 'http://localhost:7010/sso/C46A75',
      assertionConsumerServiceUrl: 'http://localhost:7010/login/saml',
    });
  });

  it.each([
    ['eu', 'https://eu-api.mimecast.com'],
    ['jer', 'https://jer-api.mimecast.com'],
    ['uspcom', 'https://uspcom-api.mimecast-pscom-us.com'],
  ])('takes the host names of region %s in a verbatim rehearsal', (region, origin) => {
    const account = accountOf({ ...local, region, verbatim: true });
    expect(account.entityId).toBe(`${origin}/sso/C46A75`);
    expect(account.assertionConsumerServiceUrl).toBe(`${origin}/login/saml`);
  });

  it('can be given another Identifier and another Reply URL', () => {
    const given = { entityId: 'eu-api.mimecast.com.C46A75', assertionConsumerServiceUrl: 'https://sp.test/acs' };
    expect(accountOf({ ...local, ...given })).toMatchObject(given);
  });
});

describe('A region nobody knows', () => {
  it.each([
    ['EU', '; did you mean eu (Europe)?'],
    ['uk', '; did you mean eu (Europe)?'],
    ['Germany', '; did you mean de (Germany)?'],
    ['us-api.mimecast.com', '; did you mean us (United States)?'],
    ['nowhere', '. Known of Mimecast: eu (Europe), us (United States)'],
  ])('%s has no host made up for it, and the one that was meant is named', (region, words) => {
    expect(() => accountOf({ ...local, region, verbatim: true })).toThrow(`There is no region "${region}"${words}`);
  });

  it('is no matter to a vendor without regions', () => {
    expect(accountOf({ ...local, region: 'anywhere' }, generic).entityId).toBe('http://localhost:7010/sso/C46A75');
  });
});

describe('What is odd about an account code', () => {
  it('is nothing, when code and region fit or nothing is known of the code', () => {
    expect(accountWarnings('C46A75', 'eu')).toEqual([]);
    expect(accountWarnings('CUK9A1', 'eu')).toEqual([]);
    expect(accountWarnings('CUSB12', 'usb')).toEqual([]);
  });

  it('is named when the code belongs to another region', () => {
    expect(accountWarnings('CUK9A1', 'us')).toEqual([
      'Account codes that begin with CUK belong to Europe (region eu, inferred), but the region is us.',
    ]);
    expect(accountWarnings('CUSB12', 'us')).toEqual([
      'Account codes that begin with CUSB belong to United States (B grid) (region usb, inferred), but the region is us.',
    ]);
  });

  it('is named when the code is not in capitals', () => {
    expect(accountWarnings('c46a75', 'eu')[0]).toBe(
      'The account code "c46a75" is not in capitals; Mimecast\'s guide says it should be.',
    );
  });
});

describe('The known spellings of an account', () => {
  const whatIs = (url: string) => knownUrls(accountOf(local)).find((known) => known.url === url)?.what;

  it('say which region and which form a wrong value belongs to', () => {
    expect(whatIs('https://us-api.mimecast.com/sso/C46A75')).toBe(
      'the Identifier of region us (United States), the form for Microsoft Entra ID',
    );
    expect(whatIs('eu-api.mimecast.com.C46A75')).toContain('the form for every other IdP');
    expect(whatIs('https://eu-api.mimecast.com/login/sso/mpp')).toBe(
      'the Reply URL of region eu (Europe) for Mimecast Personal Portal',
    );
  });
});
