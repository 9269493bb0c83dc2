import { describe, expect, it } from '@jest/globals';
import { type CheckDefinition, defineCheck } from '../../src/diagnosis/check.js';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import type { Expectations } from '../../src/diagnosis/expectations.js';
import { ourRule } from '../../src/diagnosis/sources.js';
import { ASSERTION_ID, GOOD_AT, type ResponseChange } from '../a-response.js';
import { diagnosisOf, edit, refusedBy, tamper } from './judged.js';

const expected: Expectations = {
  at: GOOD_AT,
  clockSkewMs: 0,
  serviceProvider: {
    profile: 'generic',
    responseMustBeSigned: false,
    assertionMustBeSigned: false,
    nameIdMustBeEmail: false,
    unsolicitedResponsesAllowed: true,
  },
  identityProvider: {},
  correlation: { mode: 'offline' },
};
const check = (change: Partial<CheckDefinition>) =>
  defineCheck({
    id: 'a-check',
    title: 'All is well',
    stage: 'xml',
    severity: 'error',
    why: 'Because.',
    spec: [ourRule('none')],
    needs: [],
    kinds: {},
    remedies: ['report-fault'],
    run: () => ({ status: 'pass' }),
    ...change,
  });

describe('A diagnosis', () => {
  it('tells of a check that breaks, which never passes', () => {
    const broken = check({
      run: () => {
        throw new TypeError('x is undefined');
      },
    });
    const { accepted, rootCause, findings } = diagnose({}, expected, [broken]);
    expect([accepted, rootCause, findings[0]?.status, findings[0]?.summary]).toEqual([
      false,
      'a-check',
      'crashed',
      'This check itself broke, which is a fault of this program, not of the message: x is undefined',
    ]);
  });

  it('blocks a check whose piece is missing, and that is no acceptance', () => {
    const { accepted, rootCause, findings } = diagnose({}, expected, [
      check({ needs: ['assertion', 'assertionDocument'] }),
    ]);
    expect([accepted, rootCause, findings[0]?.summary]).toEqual([
      false,
      null,
      'Could not be checked without a readable assertion.',
    ]);
  });

  it('accepts in spite of a warning, and then names no root cause', async () => {
    const { accepted, rootCause, findings } = await diagnosisOf(
      edit('<AttributeStatement>', '<AttributeStatement><Attribute Name="x"/>'),
    );
    expect([accepted, rootCause]).toEqual([true, null]);
    expect(findings.find(({ id }) => id === 'attributes-well-formed')?.status).toBe('fail');
  });

  it('of a message with three faults reports three', async () => {
    const change = edit(
      '/login/saml"',
      '/login/saml/"',
      /(<Audience>)[^<]*/,
      '$1urn:other',
      'cm:bearer',
      'cm:sender-vouches',
    );
    expect(await refusedBy(change)).toEqual(['destination-matches', 'audience-matches', 'bearer-confirmation-present']);
  });

  it('of an error answer without assertion is about its status, and nothing about the assertion is judged', async () => {
    const change: ResponseChange = {
      sign: 'none',
      plan: (plan) => ({
        ...plan,
        assertions: [],
        status: { codes: ['urn:oasis:names:tc:SAML:2.0:status:Responder'], message: 'AADSTS50105: not assigned' },
      }),
    };
    const { rootCause, findings } = await diagnosisOf(change);
    expect(rootCause).toBe('status-is-success');
    expect(findings.filter(({ status }) => status === 'fail').map(({ id }) => id)).toEqual(['status-is-success']);
    expect(findings.find(({ id }) => id === 'signature-verifies')?.status).toBe('not-applicable');
    expect(findings.find(({ id }) => id === 'name-id-present')?.status).toBe('blocked');
  });

  it('of a text that is no XML is about that, and blocks the rest', async () => {
    const { accepted, rootCause, findings } = await diagnosisOf('<html><p>Sign in</html>');
    expect([accepted, rootCause]).toEqual([false, 'xml-well-formed']);
    expect(findings.filter(({ status }) => status === 'pass').map(({ id }) => id)).toEqual([
      'message-present',
      'message-decodes',
      'message-size-acceptable',
    ]);
  });
});

describe('The root cause', () => {
  it.each<[string, string, ResponseChange]>([
    ['signing-certificate-published', 'a key nobody published', { key: 'rogue' }],
    ['digest-matches', 'a value changed on the way', tamper('B.Simon@contoso.com</NameID>', 'x@contoso.com</NameID>')],
    [
      'signature-verifies',
      'a signature value changed on the way',
      tamper(/<SignatureValue>..../, '<SignatureValue>AAAA'),
    ],
    ['signature-algorithm-strong', 'HMAC', tamper('2001/04/xmldsig-more#rsa-sha256', '2000/09/xmldsig#hmac-sha1')],
    ['signature-present', 'nothing signed', { sign: 'none' }],
    ['audience-matches', 'another region everywhere', edit(/eu-api/g, 'us-api')],
    ['audience-matches', 'no audience at all', edit(/<AudienceRestriction>.*<\/AudienceRestriction>/, '')],
    ['destination-matches', 'another endpoint, in Destination and Recipient', edit(/\/login\/saml"/g, '/login"')],
    [
      'conditions-understood',
      'two Conditions, which the schema forbids too',
      edit(/<Conditions .*<\/Conditions>/, '$&$&'),
    ],
    ['name-id-present', 'two NameIDs, which the schema forbids too', edit(/<NameID.*<\/NameID>/, '$&$&')],
    ['status-is-success', 'no Status, which the schema demands too', edit(/<samlp:Status>.*<\/samlp:Status>/, '')],
    [
      'subject-confirmation-in-time',
      'a time that is none',
      edit(/(<SubjectConfirmationData[^>]*NotOnOrAfter=")[^"]*/, '$1soon'),
    ],
    ['structure-as-in-schema', 'what only the schema forbids', edit('<samlp:Status>', '<samlp:Extra/><samlp:Status>')],
    [
      'ids-unique',
      'an ID repeated in another namespace, which the schema forbids too',
      tamper('<samlp:Status>', `<samlp:Status samlp:ID="${ASSERTION_ID}">`),
    ],
    [
      'signature-reference-sound',
      'a second signature that carries an Object',
      tamper(
        /<Signature .*<\/Signature>/,
        '$&<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><Object/></Signature>',
      ),
    ],
    ['subject-present', 'no Subject', edit(/<Subject>.*<\/Subject>/, '')],
  ])('is %s: %s', async (id, _, change) => {
    expect((await diagnosisOf(change)).rootCause).toBe(id);
  });

  it('is an old message before anything else that is only a consequence of its age', async () => {
    const at = new Date('2026-03-05T12:00:00Z');
    expect((await diagnosisOf({}, { at })).rootCause).toBe('subject-confirmation-in-time');
  });

  it('is the clock when everything is too early', async () => {
    const at = new Date('2026-03-02T09:00:00Z');
    const { rootCause, findings } = await diagnosisOf({}, { at });
    expect(rootCause).toBe('conditions-started');
    expect(findings.find(({ id }) => id === 'conditions-started')?.kind).toBe('clock');
  });
});
