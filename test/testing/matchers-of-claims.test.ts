/** The matchers of what a login carries: NameID, claims, a contract; and the words of a failing test. */
import { describe, expect, it } from '@jest/globals';
import '../../src/testing/jest.js';
import { failure, good, unsigned } from './three-logins.js';

const EMAIL = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress';

describe('toHaveNameId', () => {
  it('compares the value, and the format by its URN or last segment', () => {
    expect(good).toHaveNameId('B.Simon@contoso.com');
    expect(good).toHaveNameId('B.Simon@contoso.com', 'emailAddress');
    expect(good).toHaveNameId('B.Simon@contoso.com', 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress');
    expect(good).not.toHaveNameId('b.simon@contoso.com');
    expect(good).not.toHaveNameId('B.Simon@contoso.com', 'persistent');
  });

  it('shows both', () => {
    expect(failure(() => expect(good).toHaveNameId('a@contoso.com', 'persistent'))).toBe(
      [
        'Expected the login to have the NameID a@contoso.com (persistent).',
        '  expected  a@contoso.com (persistent)',
        '  actual    B.Simon@contoso.com (emailAddress)',
        '  remedy    IdP administrator: Enterprise applications > (the app) > Single sign-on > Attributes & Claims > Unique User Identifier (Name ID): Choose the source attribute that holds this value for the user, or change the expectation.',
      ].join('\n'),
    );
  });

  it('tells a difference in case from another user, and another format from another value', () => {
    expect(failure(() => expect(good).toHaveNameId('b.simon@contoso.com'))).toContain(
      'The two differ in upper and lower case only.',
    );
    expect(failure(() => expect(good).toHaveNameId('B.Simon@contoso.com', 'persistent'))).toContain(
      '(Name ID): Choose persistent as name identifier format.',
    );
  });

  it('fails with .not for the same', () => {
    expect(failure(() => expect(good).not.toHaveNameId('B.Simon@contoso.com'))).toBe(
      'Expected the NameID not to be B.Simon@contoso.com, but it is.',
    );
  });

  it('does not believe an unsigned one, and says so', () => {
    expect(failure(() => expect(unsigned).toHaveNameId('B.Simon@contoso.com'))).toContain(
      '  It does not count: no trusted signature covers it.\n  signature-present (fail): Neither the Response nor the Assertion is signed',
    );
  });
});

describe('toHaveClaim', () => {
  it('takes the full name or its last segment; a value, a pattern, or all values', () => {
    expect(good).toHaveClaim('emailaddress');
    expect(good).toHaveClaim(EMAIL, 'B.Simon@contoso.com');
    expect(good).toHaveClaim('emailaddress', /@contoso\.com$/);
    expect(good).toHaveClaim('emailaddress', ['B.Simon@contoso.com']);
    expect(good).not.toHaveClaim('emailaddress', 'somebody@contoso.com');
    expect(good).not.toHaveClaim('emailaddress', ['B.Simon@contoso.com', 'B.Simon@contoso.com']);
    expect(good).not.toHaveClaim('groups');
  });

  it('is the same at the second look, whatever the flags of the pattern', () => {
    const pattern = /contoso/g;
    expect(good).toHaveClaim('emailaddress', pattern);
    expect(good).toHaveClaim('emailaddress', pattern);
  });

  it('says what the value is', () => {
    expect(failure(() => expect(good).toHaveClaim('emailaddress', 'x'))).toBe(
      [
        'Expected a claim emailaddress = "x".',
        '  expected  "x" among its values',
        '  actual    ["B.Simon@contoso.com"]',
        '  remedy    IdP administrator: Enterprise applications > (the app) > Single sign-on > Attributes & Claims: See which source attribute the claim emailaddress has, or change the expectation.',
      ].join('\n'),
    );
  });

  it('says which claims there are when there is none of that name', () => {
    const text = failure(() => expect(good).toHaveClaim('department'));
    expect(text).toContain(
      'Expected a claim department, but there is none of that name.\n  expected  a claim department',
    );
    expect(text).toMatch(
      /actual {4}only .*surname, emailaddress, name\n {2}remedy {4}IdP administrator: .*Add the claim/,
    );
    expect(failure(() => expect(good).toHaveClaim('emailadress'))).toContain('Did you mean "emailaddress"?');
  });

  it('fails with .not for one that is there', () => {
    expect(failure(() => expect(good).not.toHaveClaim('emailaddress'))).toBe(
      'Expected no claim emailaddress, but the login carries it: ["B.Simon@contoso.com"]',
    );
  });

  it('does not believe an unsigned one, and says so', () => {
    expect(failure(() => expect(unsigned).toHaveClaim('emailaddress'))).toContain(
      '  It does not count: no trusted signature covers it.\n  signature-present (fail): ',
    );
  });
});

describe('toSatisfyContract', () => {
  it('holds for a login that keeps every term', () => {
    expect(good).toSatisfyContract({
      nameId: { format: 'emailAddress', pattern: '@contoso\\.com$', equalsClaim: 'emailaddress' },
      claims: { givenname: 'required', emailaddress: { count: 1 } },
      signature: { algorithms: ['rsa-sha256'], covers: ['assertion'] },
    });
    expect(good).not.toSatisfyContract({ claims: { groups: 'required' } });
  });

  it('lists every term that is broken, with what was expected and what came', () => {
    const text = failure(() =>
      expect(good).toSatisfyContract({ claims: { groups: 'required', surname: { equals: 'Smith' } } }),
    );
    expect(text).toContain('Expected the login to keep the contract, but it breaks 2 terms:');
    expect(text).toContain('  claims.groups: The claim groups is missing.');
    expect(text).toContain(
      '  claims.surname.equals: The claim surname has another value.\n    expected  "Smith"\n    actual    "Simon"',
    );
  });

  it('fails with .not for a contract that is kept', () => {
    expect(failure(() => expect(good).not.toSatisfyContract({ claims: { surname: 'required' } }))).toBe(
      'Expected the login to break the contract, but it keeps every term.',
    );
  });

  it('is kept by no login whose claims are unsigned', () => {
    expect(failure(() => expect(unsigned).toSatisfyContract({}))).toContain(
      'the whole contract: The claims stand under no trusted signature',
    );
  });

  it.each([true, false])('knows a typing mistake in the contract for one (.not: %s)', (negated) => {
    const text = failure(() => {
      const assertion = expect(good);
      (negated ? assertion.not : assertion).toSatisfyContract({ claim: {} } as never);
    });
    expect(text).toContain('claim');
    expect(text).toContain('The contract is not one we understand');
  });
});
