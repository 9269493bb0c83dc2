/** The matchers of the verdict in jest: what they let pass, what they refuse, and the words of a failing test. */
import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../src/index.js';
import '../../src/testing/jest.js';
import { aResponse, GOOD_AT } from '../a-response.js';
import { failure, good, harness, wrongAudience } from './three-logins.js';

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
