import { describe, expect, it } from '@jest/globals';
import { edit, says, tamper } from '../judged.js';

const id = 'structure-as-in-schema';

describe(id, () => {
  it('right: as Entra builds it', async () => {
    expect(await says(id)).toBe('pass: Elements, IDs and times are as the SAML schema says.');
  });

  it('absent: an element that must be there', async () => {
    expect(await says(id, edit(/<AuthnContext>.*<\/AuthnContext>/, ''))).toBe(
      'fail missing-element: The message is not built as the SAML schema says: AuthnStatement has no AuthnContext.',
    );
  });

  it('absent: an attribute that must be there', async () => {
    expect(await says(id, edit(/ ID="[^"]*"/, ''))).toBe(
      'fail missing-attribute: The message is not built as the SAML schema says: Response has no ID.',
    );
  });

  it('twice: two Subjects', async () => {
    expect(await says(id, edit(/<Subject>.*<\/Subject>/, '$&$&'))).toBe(
      'fail too-many: The message is not built as the SAML schema says: Assertion holds more than one Subject.',
    );
  });

  it('wrong: an element nobody knows', async () => {
    expect(await says(id, edit('<samlp:Status>', '<samlp:Extra/><samlp:Status>'))).toBe(
      'fail unknown-element: The message is not built as the SAML schema says: Extra has no place in Response.',
    );
  });

  it('wrong: an attribute nobody knows', async () => {
    expect(await says(id, edit('<samlp:Status>', '<samlp:Status lang="en">'))).toBe(
      'fail unknown-attribute: The message is not built as the SAML schema says: Status has an unknown attribute lang.',
    );
  });

  it('wrong: an attribute of another namespace where none may be', async () => {
    expect(await says(id, edit('<samlp:Status>', '<samlp:Status samlp:ID="_x">'))).toBe(
      'fail unknown-attribute: The message is not built as the SAML schema says: Status has an unknown attribute ID.',
    );
  });

  it('wrong: another order is only a remark', async () => {
    expect(await says(id, edit(/(<NameID.*<\/NameID>)(<SubjectConfirmation .*<\/SubjectConfirmation>)/, '$2$1'))).toBe(
      'warning wrong-order: The message is not built as the SAML schema says: NameID stands too late in Subject.',
    );
  });

  it('wrong: an ID with an apostrophe', async () => {
    expect(await says(id, edit(/( InResponseTo=")[^"]*/, "$1_a'b"))).toBe(
      "fail id-not-a-name: The message is not built as the SAML schema says: InResponseTo of Response is _a'b, which is not a name XML allows as an ID.",
    );
  });

  it('wrong: an ID that begins with a digit is only a remark', async () => {
    expect(await says(id, edit(/( InResponseTo=")[^"]*/, '$128338c8c'))).toBe(
      'warning id-begins-wrongly: The message is not built as the SAML schema says: InResponseTo of Response is 28338c8c, which is not a name XML allows as an ID: it must begin with a letter or _.',
    );
  });

  it('wrong: a time without a zone', async () => {
    expect(await says(id, edit(/(AuthnInstant="[^"]*)Z/, '$1'))).toBe(
      'fail time-not-utc: The message is not built as the SAML schema says: AuthnInstant of AuthnStatement is 2026-03-02T09:14:00.000, which is not a date and time in UTC (2025-01-31T12:00:00Z).',
    );
  });

  it('wrong: a time that is none', async () => {
    expect(await says(id, edit(/ IssueInstant="[^"]*"/, ' IssueInstant="yesterday"'))).toBe(
      'fail time-not-utc: The message is not built as the SAML schema says: IssueInstant of Response is yesterday, which is not a date and time in UTC (2025-01-31T12:00:00Z).',
    );
  });

  it('wrong: text between elements', async () => {
    expect(await says(id, edit('<samlp:Status>', 'hello<samlp:Status>'))).toBe(
      'fail stray-text: The message is not built as the SAML schema says: text stands between the elements of Response.',
    );
  });

  it('wrong: an element inside a value', async () => {
    expect(await says(id, edit('<Audience>', '<Audience><b/>'))).toBe(
      'fail not-text-only: The message is not built as the SAML schema says: Audience must hold text only, and holds b.',
    );
  });

  it('wrong: a relative namespace name', async () => {
    expect(await says(id, tamper('<samlp:Status>', '<samlp:Status xmlns:z="1">'))).toBe(
      'fail relative-namespace: The namespace "1" is not an absolute URI. Canonicalization of such a text fails, and some libraries then verify a signature over nothing.',
    );
  });

  it('several deviations are named, the rest counted', async () => {
    expect(
      await says(id, edit('<samlp:Status>', '<samlp:A/><samlp:B/><samlp:C/><samlp:D/><samlp:E/><samlp:Status>')),
    ).toBe(
      'fail unknown-element: The message is not built as the SAML schema says: A has no place in Response; B has no place in Response; C has no place in Response (and 2 more).',
    );
  });
});
