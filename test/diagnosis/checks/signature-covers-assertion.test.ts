import { describe, expect, it } from '@jest/globals';
import { ASSERTION_ID, type ResponseChange } from '../../a-response.js';
import { says, tamper } from '../judged.js';

const id = 'signature-covers-assertion';

/** XSW: the signed assertion hides in Extensions, a forged one with its own ID and the old signature stands in its place. */
const wrapped: ResponseChange = {
  after: (xml) => {
    const [signed = ''] = /<Assertion .*<\/Assertion>/.exec(xml) ?? [];
    const [signature = ''] = /<Signature .*<\/Signature>/.exec(signed) ?? [];
    const hidden = `<samlp:Extensions>${signed.replace(signature, '')}</samlp:Extensions>`;
    const forged = signed.replace(`ID="${ASSERTION_ID}"`, 'ID="_forged"').replace('B.Simon', 'Admin');
    return xml.replace(signed, forged).replace('<samlp:Status>', `${hidden}<samlp:Status>`);
  },
};

describe(id, () => {
  it('right: signature on the assertion', async () => {
    expect(await says(id)).toBe('pass: Covered by the signature on the Assertion.');
  });

  it('right: signature on the response', async () => {
    expect(await says(id, { sign: 'response' })).toBe('pass: Covered by the signature on the Response.');
  });

  it('twice: of two signatures the outer one is named', async () => {
    expect(await says(id, { sign: 'both' })).toBe('pass: Covered by the signature on the Response.');
  });

  it('absent: nothing is signed', async () => {
    expect(await says(id, { sign: 'none' })).toBe('not-applicable: Nothing is signed.');
  });

  it('wrong: the signature covers another element (wrapping)', async () => {
    expect(await says(id, wrapped)).toBe(
      'fail reference-not-parent: The signature in /samlp:Response/Assertion covers /samlp:Response/samlp:Extensions/Assertion, not the element it stands in. That is how a genuine signature is wrapped around a forged assertion.',
    );
  });

  it('wrong: a signature in Extensions', async () => {
    expect(
      await says(id, {
        after: (xml) => {
          const [signature = ''] = /<Signature .*<\/Signature>/.exec(xml) ?? [];
          return xml
            .replace(signature, '')
            .replace('<samlp:Status>', `<samlp:Extensions>${signature}</samlp:Extensions><samlp:Status>`);
        },
      }),
    ).toBe(
      'fail misplaced: The signature stands in <Extensions>, where SAML has no signature. That is how a genuine signature is wrapped around a forged assertion.',
    );
  });

  it('wrong: two elements with the ID it names', async () => {
    expect(await says(id, tamper('<samlp:Status>', `<samlp:Status id="${ASSERTION_ID}">`))).toBe(
      'fail reference-ambiguous: The ID "_94cf0dfe-92d7-41f7-a1bf-6b0867668f00" stands 2 times in the message. That is how a genuine signature is wrapped around a forged assertion.',
    );
  });

  it('wrong: a forged assertion before the signed one', async () => {
    expect(
      await says(
        id,
        tamper(
          /<Assertion .*<\/Assertion>/,
          '<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_forged"/>$&',
        ),
      ),
    ).toBe(
      'fail other-assertion: The signature stands on another assertion than the one that is read. That is how a genuine signature is wrapped around a forged assertion.',
    );
  });
});
