import { describe, expect, it } from '@jest/globals';
import { explainAadsts, findAadsts } from '../../src/diagnosis/aadsts.js';
import { AADSTS } from '../../src/diagnosis/aadsts-table.js';

const PAGE = `<html><head><title>Sign in to your account</title></head><body>Sorry, but we're having trouble signing you in.
<div>AADSTS50105: Your administrator has configured the application Mimecast to block users</div>
Request Id: 0af1 Correlation Id: 99999999-1111-2222-3333-444444444444 Timestamp: 2026-03-02 09:15:00Z</body></html>`;

describe('An AADSTS number', () => {
  it.each([
    ['AADSTS75011', 75011],
    ['75011', 75011],
    [' 7500529 ', 7500529],
    ['Message: aadsts50011: The reply URL', 50011],
    ['AADSTS50011%3A+The+reply+URL', 50011],
    ['https://login.microsoftonline.com/error?code=700016', 700016],
    ['$Config={"sErrorCode":"50105","iErrorCode":50105};', 50105],
    ['error_codes: [900971]', 900971],
    [PAGE, 50105],
  ])('is found in %j', (text, number) => {
    expect(findAadsts(text)?.number).toBe(number);
  });

  it('is the inner one where another only wraps it', () => {
    const found = findAadsts(
      'AADSTS75006: An error occurred. AADSTS90011: The property SPNameQualifier is not supported.',
    );
    expect([found?.number, found?.numbers]).toEqual([90011, [75006, 90011]]);
  });

  it.each([['Everything is fine'], ['404'], ['Timestamp: 2026-03-02'], ['']])('is not seen in %j', (text) => {
    expect(findAadsts(text)).toBeUndefined();
  });

  it('that is not in the table is still named', () => {
    expect(findAadsts('AADSTS12345: something new')).toEqual({ number: 12345, code: 'AADSTS12345', numbers: [12345] });
    expect(explainAadsts(12345)).toMatch(/https:\/\/login\.microsoftonline\.com\/error\?code=12345/);
  });

  it('is explained: cause, what to do, who and where', () => {
    expect(explainAadsts(75011)).toBe(
      [
        'AADSTS75011  NoMatchedAuthnContextInOutputClaims',
        '',
        'Cause   The request demands a way of signing in (RequestedAuthnContext), and the user has already signed in another way: with Windows, a security key, a certificate or a second factor.',
        'Fix     Stop sending RequestedAuthnContext: in Mimecast untick "Use Password Protected Context" and "Use Integrated Authentication Context". Otherwise send ForceAuthn="true" with it.',
        'Who     SP administrator',
        'Where   Administration > Services > Applications > Authentication Profiles > (the profile) > SAML Configuration for Mimecast > Use Password Protected Context, Use Integrated Authentication Context',
        '',
        'More    https://login.microsoftonline.com/error?code=75011',
        'This is an error of Entra ID: it is shown on a page there, and the user does not come back to the service provider.',
      ].join('\n'),
    );
    expect(explainAadsts('AADSTS75011')).toBe(explainAadsts(75011));
    expect(explainAadsts('nothing')).toBe('No AADSTS number was found in that.');
  });

  it('is explained for every entry of the table, in sentences of our own', () => {
    for (const [number, { cause, fix }] of AADSTS) {
      expect(explainAadsts(number)).toContain(`AADSTS${number}`);
      for (const sentence of [cause, fix]) expect(sentence).toMatch(/^[A-Z].{20,}[.)]$/s);
    }
  });

  it.each([
    50011, 700016, 70001, 650056, 50105, 75011, 75005, 75001, 75003, 75006, 75008, 75016, 750054, 7500511, 7500522,
    7500525, 7500529, 7500530, 7500514, 76021, 76026, 900236, 900971, 900144, 900561, 90015, 90107, 50003, 50146, 50007,
    501241, 501621, 50020, 90072, 16000, 16003, 50034, 51004, 50058, 50074, 50076, 50079, 53003, 53000, 50061, 50068,
    50070, 50071, 7000112, 1000031, 90002, 65005,
  ])('%i is in the table', (number) => {
    expect(AADSTS.has(number)).toBe(true);
  });

  it('is not looked for beyond what anybody pastes', () => {
    expect(findAadsts(`${'x'.repeat(300_000)}AADSTS50011`)).toBeUndefined();
  });
});
