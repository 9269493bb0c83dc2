import { describe, expect, it } from '@jest/globals';
import type { HarnessError } from '../../src/errors.js';
import { createDirectory } from '../../src/sp/directory.js';

const address = (email: string) => ({ email, globalName: email, roles: [] });
const directory = () =>
  createDirectory({
    domains: ['contoso.com', 'contoso.org'],
    addresses: ['B.Simon@contoso.com', 'B.Simon@contoso.org', 'Adele.Vance@contoso.com'].map(address),
  });
const refusal = (email: string): HarnessError | undefined => {
  try {
    directory().addAddress(address(email));
  } catch (error) {
    return error as HarnessError;
  }
  return undefined;
};

describe('The internal directory', () => {
  it('finds an address without regard to case, and nothing but the whole address', () => {
    expect(directory().find('b.simon@CONTOSO.com')?.email).toBe('B.Simon@contoso.com');
    expect(directory().find('b.simon')).toBeUndefined();
    expect(directory().find('b.simon@contoso.com ')).toBeUndefined();
  });

  it('takes an address of a registered domain, and replaces one that is there', () => {
    const ours = directory();
    ours.addDomain(' Fabrikam.com ');
    ours.addAddress(address('new@fabrikam.com'));
    ours.addAddress({ ...address('b.simon@contoso.com'), globalName: 'Britta Simon' });
    expect(ours.domains).toEqual(['contoso.com', 'contoso.org', 'fabrikam.com']);
    expect(ours.addresses).toHaveLength(4);
    expect(ours.find('B.Simon@contoso.com')?.globalName).toBe('Britta Simon');
    expect(ours.removeAddress('NEW@fabrikam.com')).toBe(true);
    expect(ours.removeAddress('new@fabrikam.com')).toBe(false);
  });

  it('refuses an address whose domain is not registered, or that is none, and says what to do', () => {
    expect(refusal('x@fabrikam.com')).toMatchObject({
      code: 'DOMAIN_UNKNOWN',
      message: 'The domain fabrikam.com is not registered in the internal directory.',
      remedy: 'Register it first with New Domain.',
    });
    expect(refusal('B.Simon')).toMatchObject({
      code: 'ADDRESS_INVALID',
      message: '"B.Simon" is not an email address.',
    });
    expect(refusal('a@b@contoso.com')).toMatchObject({ code: 'ADDRESS_INVALID' });
  });

  it('names the address that comes nearest, and none when nothing is near', () => {
    expect(directory().nearest('b.simon@contoso.onmicrosoft.com')?.email).toBe('B.Simon@contoso.com');
    expect(directory().nearest('b.simo@contoso.org')?.email).toBe('B.Simon@contoso.org');
    expect(directory().nearest('zz@example.org')).toBeUndefined();
  });

  it('keeps hostile names as data', () => {
    const ours = createDirectory({ domains: ['contoso.com'], addresses: [] });
    expect(ours.find('__proto__')).toBeUndefined();
    ours.addAddress(address('__proto__@contoso.com'));
    expect(ours.find('__proto__@contoso.com')?.email).toBe('__proto__@contoso.com');
  });
});
