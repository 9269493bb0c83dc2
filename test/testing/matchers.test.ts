/** The matchers in jest: what they let pass, what they refuse, and the words of a failing test. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AnsweredLogin, createHarness, diagnose, type Harness } from '../../src/index.js';
import '../../src/testing/jest.js';
import { loginSerializer } from '../../src/testing/login-serializer.js';
import { aResponse, GOOD_AT } from '../a-response.js';

const EMAIL = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress';
let harness: Harness;
let good: AnsweredLogin;
let wrongAudience: AnsweredLogin;
let unsigned: AnsweredLogin;
beforeAll(async () => {
  harness = await createHarness();
  good = await harness.signIn();
  wrongAudience = await harness.signIn({ faults: ['wrong-audience'] });
  unsigned = await harness.signIn({ faults: ['unsigned'] });
});
afterAll(() => harness.stop());

/** The text a failing assertion prints. */
function failure(assertion: () => unknown): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the assertion held, and should not have');
}

describe('toBeAccepted', () => {
  it('holds for a login that was accepted, and for its diagnosis', () => {
    expect(good).toBeAccepted();
    expect(good.diagnosis).toBeAccepted();
    expect(wrongAudience).not.toBeAccepted();
  });

  it('says why a login was refused: the finding, what was expected, what came, and who can mend it where', () => {
    const text = failure(() => expect(wrongAudience).toBeAccepted());
    expect(text).toContain('Expected the login to be accepted, but it was refused:\n  audience-matches (fail): ');
    expect(text).toMatch(new RegExp(`expected .*${harness.url}/sso/C46A75`));
    expect(text).toMatch(/actual .*https:\/\/sp\.example\.com\//);
    expect(text).toMatch(/at {8}line \d+, .*Audience/);
    expect(text).toMatch(/remedy {4}.+: .+: .+/);
  });

  it('fails with .not for one that was accepted', () => {
    expect(failure(() => expect(good).not.toBeAccepted())).toBe(
      'Expected the login to be refused, but every error check passed.',
    );
  });

  it('takes what diagnose() resolved to', async () => {
    const { base64, certificate } = aResponse();
    const judged = await diagnose(base64, {
      identityProvider: { signingCertificates: [certificate.pem] },
      at: GOOD_AT,
      secondOpinion: false,
    });
    expect(judged).toBeAccepted();
    expect(judged).toHaveNameId('B.Simon@contoso.com', 'emailAddress');
    expect(judged).toHaveClaim('surname', 'Simon');
    expect(judged).toSatisfyContract({ claims: { emailaddress: { count: 1 } } });
  });

  it('blames what could not be judged only where nothing failed', async () => {
    const judged = await diagnose(aResponse().base64, { at: GOOD_AT, secondOpinion: false });
    expect(failure(() => expect(judged).toBeAccepted())).toContain('signature-verifies (blocked)');
  });
});

describe('toBeRejectedBecause', () => {
  it('holds for the root cause, and for nothing else', () => {
    expect(wrongAudience).toBeRejectedBecause('audience-matches');
    expect(wrongAudience).not.toBeRejectedBecause('signature-verifies');
    expect(good).not.toBeRejectedBecause('audience-matches');
  });

  it('names the real root cause', () => {
    expect(failure(() => expect(wrongAudience).toBeRejectedBecause('signature-verifies'))).toMatch(
      /^Expected the root cause to be signature-verifies, but it is audience-matches:\n {2}audience-matches \(fail\)/,
    );
  });

  it('says that the login was accepted', () => {
    expect(failure(() => expect(good).toBeRejectedBecause('audience-matches'))).toBe(
      'Expected the login to be rejected because of audience-matches, but it was accepted.',
    );
  });

  it('fails with .not for the root cause', () => {
    expect(failure(() => expect(wrongAudience).not.toBeRejectedBecause('audience-matches'))).toMatch(
      /^Expected the login not to be rejected because of audience-matches, but it was:/,
    );
  });

  it.each([true, false])('knows a typing mistake for one (.not: %s)', (negated) => {
    const text = failure(() => {
      const assertion = expect(wrongAudience);
      (negated ? assertion.not : assertion).toBeRejectedBecause('audience-match');
    });
    expect(text).toContain(
      'There is no check with the id "audience-match"; did you mean "audience-matches"?\nGive one of `checks`',
    );
  });
});

describe('toFailOnlyChecks', () => {
  it('holds for exactly the checks that failed, in any order', () => {
    expect(wrongAudience).toFailOnlyChecks(['audience-matches']);
    expect(good).toFailOnlyChecks([]);
    expect(wrongAudience).not.toFailOnlyChecks(['audience-matches', 'signature-verifies']);
  });

  it('lists what did not fail and what failed too', () => {
    const text = failure(() => expect(wrongAudience).toFailOnlyChecks(['signature-verifies']));
    expect(text).toContain('Expected exactly these checks to fail: signature-verifies');
    expect(text).toContain('did not fail: signature-verifies');
    expect(text).toContain('failed too: audience-matches (fail): ');
  });

  it('fails with .not for exactly these', () => {
    expect(failure(() => expect(wrongAudience).not.toFailOnlyChecks(['audience-matches']))).toBe(
      'Expected anything but exactly these checks to fail, and just these did: audience-matches',
    );
  });

  it.each([true, false])('knows a typing mistake for one (.not: %s)', (negated) => {
    const text = failure(() => {
      const assertion = expect(wrongAudience);
      (negated ? assertion.not : assertion).toFailOnlyChecks(['audience-match']);
    });
    expect(text).toContain(
      'There is no check with the id "audience-match"; did you mean "audience-matches"?\nGive one of `checks`',
    );
  });
});

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

describe('What is no login', () => {
  it.each([
    ['a promise', Promise.resolve({}), 'neither a login nor a diagnosis'],
    ['nothing', undefined, 'neither a login nor a diagnosis'],
    ['a pending login', { id: '1', state: 'pending', accepted: false }, 'still pending'],
  ])('%s is refused in words, with .not too', (_what, value, words) => {
    expect(failure(() => expect(value).toBeAccepted())).toContain(words);
    expect(failure(() => expect(value).not.toBeAccepted())).toContain(words);
    expect(failure(() => expect(value).not.toHaveClaim('groups'))).toContain(words);
  });

  it('a bare diagnosis has no claims', () => {
    expect(failure(() => expect(good.diagnosis).not.toHaveClaim('groups'))).toContain(
      'A bare diagnosis has no claims to look at.',
    );
  });
});

describe('A snapshot', () => {
  it('holds what somebody decided: no id, instant, signature, key or port', async () => {
    const again = await harness.signIn();
    expect(good).toMatchInlineSnapshot(`
{
  "flow": "sp-initiated",
  "accepted": true,
  "rootCause": null,
  "nameId": "B.Simon@contoso.com",
  "nameIdFormat": "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
  "audiences": [
    "http://localhost:<port>/sso/C46A75"
  ],
  "destination": "http://localhost:<port>/login/saml",
  "issuer": "https://sts.windows.net/a1632252-cbc1-4a31-8ead-d140257129f2/",
  "claims": {
    "http://schemas.microsoft.com/identity/claims/tenantid": [
      "a1632252-cbc1-4a31-8ead-d140257129f2"
    ],
    "http://schemas.microsoft.com/identity/claims/objectidentifier": [
      "c304696f-21f8-4272-8f90-f25e3a84adf6"
    ],
    "http://schemas.microsoft.com/identity/claims/displayname": [
      "B. Simon"
    ],
    "http://schemas.microsoft.com/identity/claims/identityprovider": [
      "https://sts.windows.net/a1632252-cbc1-4a31-8ead-d140257129f2/"
    ],
    "http://schemas.microsoft.com/claims/authnmethodsreferences": [
      "http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password"
    ],
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname": [
      "B."
    ],
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname": [
      "Simon"
    ],
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress": [
      "B.Simon@contoso.com"
    ],
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name": [
      "B.Simon@contoso.com"
    ]
  },
  "failed": []
}
`);
    expect(again).not.toEqual(good);
    expect(loginSerializer.print(again)).toBe(loginSerializer.print(good));
  });
});
