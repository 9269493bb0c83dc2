import { describe, expect, it } from '@jest/globals';
import { checks } from '../../src/diagnosis/checks/index.js';
import { explainCheck, explainDiagnosis } from '../../src/diagnosis/explain.js';
import { diagnosisOf, edit } from './judged.js';

const spoilt = edit(
  /(<Audience>[^<]*)/,
  '$1/',
  'cm:bearer',
  'cm:sender-vouches',
  '<AttributeStatement>',
  '<AttributeStatement><Attribute Name="x"/>',
);

describe('A diagnosis as text', () => {
  it('begins with the root cause, what to do, and where', async () => {
    const text = explainDiagnosis(await diagnosisOf(spoilt));
    expect(text.split('\n\n').slice(0, 4).join('\n\n')).toBe(
      [
        'REFUSED  audience-matches',
        '',
        '  The assertion is for https://eu-api.mimecast.com/sso/C46A75/, not for',
        '  https://eu-api.mimecast.com/sso/C46A75: it has a slash at the end too many.',
        '',
        '    expected  https://eu-api.mimecast.com/sso/C46A75',
        '    actual    https://eu-api.mimecast.com/sso/C46A75/',
        '                                                    ^',
        '    where     line 1, column 3272, /samlp:Response/Assertion/Conditions/AudienceRestriction/Audience',
        '    clause    SAML core 2.5.1.4; SAML profiles 4.1.4.2',
        '    do        IdP administrator: Enterprise applications > (the app) > Single sign-on > Basic SAML',
        '              Configuration > Identifier (Entity ID)',
        '              Enter exactly https://eu-api.mimecast.com/sso/C46A75.',
        '    or        SP administrator: Administration > Account > Account Settings > Account Code',
        '              Make sure that account code and region are those in',
        '              https://eu-api.mimecast.com/sso/C46A75.',
        '',
        'Also wrong (1)',
      ].join('\n'),
    );
  });

  it('then tells what else is wrong, what is only worth a look, and what passed', async () => {
    const text = explainDiagnosis(await diagnosisOf(spoilt));
    const order = ['REFUSED', 'Also wrong (1)', 'Worth a look (1)', 'Passed (', 'Not applicable ('].map((part) =>
      text.indexOf(part),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('of a good message is short', async () => {
    const text = explainDiagnosis(await diagnosisOf());
    expect(text).toMatch(/^ACCEPTED: every check that decides has passed\.\n\nPassed \(\d+\)/);
    expect(text).not.toMatch(/wrong|blocked|Could not/);
  });

  it('of a message that cannot be verified says what to give', async () => {
    const text = explainDiagnosis(await diagnosisOf({}, { published: [] }));
    expect(text.split('\n\n')[0]).toBe(
      [
        'NOT ACCEPTED: nothing wrong was found, but not everything could be checked.',
        "  Could not be checked without the identity provider's signing certificate (give its metadata or",
        '  certificate).',
        '    do        developer: Settings of this diagnosis (flags, options, authentication profile)',
        "              Give the identity provider's metadata or signing certificate (--idp-metadata,",
        '              --idp-cert).',
      ].join('\n'),
    );
  });

  it('fits a narrow terminal', async () => {
    const lines = explainDiagnosis(await diagnosisOf(spoilt), { width: 60 }).split('\n');
    const long = lines.filter(
      (line) => [...line].length > 60 && line.trim().includes(' ') && !/^ *\S+ +\S+$/.test(line),
    );
    expect(long).toEqual([]);
  });

  it('is coloured only when asked', async () => {
    const diagnosis = await diagnosisOf(spoilt);
    expect(explainDiagnosis(diagnosis)).not.toContain('\u001b');
    expect(explainDiagnosis(diagnosis, { color: true })).toContain('\u001b[31mREFUSED\u001b[39m');
  });

  it('lets nothing of a hostile message reach the terminal', async () => {
    const text = explainDiagnosis(await diagnosisOf(edit(/(<Audience>)[^<]*/, '$1&#x9b;31m&#x202e;gpj.exe')));
    expect(text).not.toMatch(/[\u0080-\u009f\u202e]/);
    expect(text).toContain('<U+009B>31m<U+202E>gpj.exe');
  });
});

describe('The long form of a check', () => {
  it('says what, why, what it tells apart, by which clause, and what to do', () => {
    expect(explainCheck('unsolicited-response-allowed')).toBe(
      [
        'unsolicited-response-allowed  (correlation, error)',
        '',
        'A login that began at the identity provider is allowed.',
        '',
        'An unsolicited response answers no request, so nothing ties it to this browser. Mimecast takes it',
        'only when "Allow Single Sign On" is ticked.',
        '',
        'Tells apart',
        '  not-allowed  the response is unsolicited, and the profile does not allow it',
        '',
        'Clauses',
        '  SAML profiles 4.1.5',
        '    https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf',
        '  Okta: SAML 2.0 for Mimecast Personal Portal V3 (excerpt) Allow Single Sign On',
        '    https://saml-doc.okta.com/SAML_Docs/How-to-Configure-SAML-2.0-for-Mimecast-Personal-Portal-V3.html',
        '',
        'What to do',
        '  SP administrator: Administration > Services > Applications > Authentication Profiles > (the',
        '    profile) > SAML Configuration for Mimecast > Allow Single Sign On',
        '    Tick it if logins that begin at the identity provider (My Apps, Test) are wanted.',
        '    (place as in: Okta, How to configure SAML 2.0 for Mimecast Personal Portal V3, excerpt read',
        '    2025)',
        '  IdP administrator: Enterprise applications > (the app) > Single sign-on > Basic SAML Configuration',
        '    > Sign on URL',
        "    Enter the service provider's sign-on page, so that My Apps starts there instead of posting an",
        '    unsolicited response.',
        '    (place as in: Microsoft, Configure Mimecast for single sign-on with Microsoft Entra ID,',
        '    2025-03-25)',
        '  developer: The program that made the message (identity provider, test, proxy)',
        "    Write the request's ID as InResponseTo of Response and of SubjectConfirmationData.",
      ].join('\n'),
    );
  });

  it('is there for every check', () => {
    for (const { id } of checks) expect(explainCheck(id)).toMatch(/Tells apart[\s\S]*Clauses[\s\S]*What to do/);
    expect(explainCheck('no-such-check')).toBeUndefined();
  });
});
