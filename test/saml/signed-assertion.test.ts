/** Identity and claims: only from text that stands under a published key. */
import { describe, expect, it } from '@jest/globals';
import { readSignedAssertion } from '../../src/saml/signed-assertion.js';
import { aResponse, NAME_ID, type ResponseChange } from '../a-response.js';
import { evidenceOf } from './read-message.js';

const signedPart = async (change: ResponseChange = {}) => readSignedAssertion(await evidenceOf(aResponse(change).xml));
const nameIdOf = async (change?: ResponseChange) => (await signedPart(change))?.subject?.nameIds[0];

describe('The signed assertion', () => {
  it.each(['assertion', 'response', 'both'] as const)('is had from a signature on %s', async (sign) => {
    expect((await nameIdOf({ sign }))?.value).toBe(NAME_ID);
  });

  it('holds every claim as it was signed', async () => {
    const assertion = await signedPart();
    expect(
      assertion?.attributes.map(({ name, values }) => [name?.split('/').at(-1), values.map(({ value }) => value)]),
    ).toContainEqual(['displayname', ['B. Simon']]);
    expect(assertion?.conditions[0]?.audienceRestrictions[0]?.audiences[0]?.value).toBe(
      'https://eu-api.mimecast.com/sso/C46A75',
    );
  });

  it('is not had without a signature, with a broken one, or with a key nobody published', async () => {
    expect(await signedPart({ sign: 'none' })).toBeUndefined();
    expect(await signedPart({ after: (xml) => xml.replaceAll(NAME_ID, 'x@contoso.com') })).toBeUndefined();
    expect(await signedPart({ key: 'rogue' })).toBeUndefined();
    expect(
      await signedPart({ after: (xml) => xml.replace(/SignatureValue>.{4}/, 'SignatureValue>AAAA') }),
    ).toBeUndefined();
    expect(readSignedAssertion(await evidenceOf(aResponse().xml, []))).toBeUndefined();
  });

  it('is not had when the signature has any problem, though digest and value hold', async () => {
    expect(
      await signedPart({ sign: 'response', after: (xml) => xml.replace('</Signature>', '<Object/></Signature>') }),
    ).toBeUndefined();
  });

  it('is not had when one of two signatures does not hold', async () => {
    const after = (xml: string) => xml.replace('Version="2.0" IssueInstant', 'Version="2.1" IssueInstant');
    expect(await signedPart({ sign: 'both', after })).toBeUndefined();
    expect((await nameIdOf({ sign: 'assertion', after }))?.value).toBe(NAME_ID);
  });

  it('reads around a comment that was put into a value after signing', async () => {
    const spoilt = (xml: string) => xml.replaceAll(`>${NAME_ID}<`, `>${NAME_ID.replace('@', '<!---->@')}<`);
    expect(await nameIdOf({ after: spoilt })).toMatchObject({ value: NAME_ID, isTextOnly: true });
    const { assertion } = await evidenceOf(aResponse({ after: spoilt }).xml);
    expect(assertion?.subject?.nameIds[0]).toMatchObject({ value: NAME_ID, isTextOnly: false });
  });

  it('is not had for a processing instruction that was put in, which the digest covers', async () => {
    expect(await nameIdOf({ after: (xml) => xml.replace(`>${NAME_ID}<`, `><?p admin?>${NAME_ID}<`) })).toBeUndefined();
  });

  it('is not had when two assertions stand there', async () => {
    const twice = (xml: string) =>
      xml.replace(/(<Assertion .*<\/Assertion>)/s, (found) => found + found.replace(/ ID="[^"]*"/, ' ID="_2"'));
    expect(await nameIdOf({ sign: 'response', before: twice })).toBeUndefined();
  });
});
