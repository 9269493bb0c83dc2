/** Signature wrapping: a genuine signature carried along, a forged assertion put where a careless reader looks. */
import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '../../src/saml/evidence.js';
import { readSignedAssertion } from '../../src/saml/signed-assertion.js';
import { ASSERTION_ID, aResponse, NAME_ID, RESPONSE_ID } from '../a-response.js';
import { evidenceOf } from './read-message.js';

const FORGED = 'attacker@contoso.com';
const assertionSigned = aResponse().xml;
const responseSigned = aResponse({ sign: 'response' }).xml;

const piece = (xml: string, name: string): string => {
  const found = new RegExp(`<${name}[ >].*</${name}>`, 's').exec(xml)?.[0];
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const signedAssertion = piece(assertionSigned, 'Assertion');
const signature = piece(assertionSigned, 'Signature');
const original = signedAssertion.replace(signature, '');
const forged = original.replaceAll(NAME_ID, FORGED).replace(ASSERTION_ID, '_forged');
const responseSignature = piece(responseSigned, 'Signature');
const originalResponse = responseSigned.replace(responseSignature, '');
const forgedResponse = originalResponse.replaceAll(NAME_ID, FORGED).replace(`ID="${RESPONSE_ID}"`, 'ID="_forged"');

/** The response with something else where the signed assertion was. */
const instead = (content: string) => assertionSigned.replace(signedAssertion, () => content);
const inExtensions = (xml: string, content: string) =>
  xml.replace('<samlp:Status>', () => `<samlp:Extensions>${content}</samlp:Extensions><samlp:Status>`);
const withObject = (sig: string, content: string) =>
  sig.replace('</Signature>', () => `<Object>${content}</Object></Signature>`);
const into = (assertion: string, content: string) => assertion.replace('</Issuer>', () => `</Issuer>${content}`);
const intoResponse = (response: string, content: string) => response.replace('</Issuer>', () => `</Issuer>${content}`);

const attacks: readonly (readonly [name: string, xml: string, seen: readonly string[]])[] = [
  [
    'XSW1, the original response inside the signature of the forged one',
    intoResponse(forgedResponse, withObject(responseSignature, originalResponse)),
    ['Response object-present', 'Response reference-not-parent'],
  ],
  [
    'XSW2, the original response before the detached signature',
    intoResponse(forgedResponse, originalResponse + responseSignature),
    ['Response reference-not-parent'],
  ],
  ['XSW3, a forged assertion before the signed one', instead(forged + signedAssertion), []],
  ['XSW4, the signed assertion inside the forged one', instead(into(forged, signedAssertion)), ['elsewhere misplaced']],
  [
    'XSW5, the signature in the forged assertion, the original appended',
    instead(into(forged, signature) + original),
    ['Assertion reference-not-parent'],
  ],
  [
    'XSW6, the original inside the signature of the forged assertion',
    instead(
      into(
        forged,
        signature.replace('</Signature>', () => `${original}</Signature>`),
      ),
    ),
    ['Assertion structure', 'Assertion reference-not-parent'],
  ],
  [
    'XSW7, a forged assertion of the same ID in Extensions',
    inExtensions(assertionSigned, forged.replace('_forged', ASSERTION_ID)),
    ['Assertion reference-ambiguous'],
  ],
  [
    'XSW8, the original in an Object of the forged assertion’s signature',
    instead(into(forged, withObject(signature, original))),
    ['Assertion object-present', 'Assertion reference-not-parent'],
  ],
  [
    'XSW9, the same ID on a forged assertion and the original',
    instead(forged.replace('_forged', ASSERTION_ID) + signedAssertion),
    ['elsewhere reference-ambiguous'],
  ],
  [
    'a decoy signature with a forged assertion in its Object',
    intoResponse(responseSigned, withObject(responseSignature, forged)),
    ['Response object-present'],
  ],
  [
    'a decoy signature with a forged assertion in Extensions',
    inExtensions(responseSigned, withObject(responseSignature, forged)),
    ['elsewhere misplaced', 'elsewhere object-present', 'elsewhere reference-not-parent'],
  ],
  [
    'the ID of the assertion on the response too, in a namespace',
    assertionSigned.replace(' ID=', ` samlp:ID="${ASSERTION_ID}" ID=`),
    ['Assertion reference-ambiguous'],
  ],
  [
    'the ID of the assertion in lower case on another element',
    inExtensions(assertionSigned, `<x xmlns="urn:x" xml:id="${ASSERTION_ID}"/>`),
    ['Assertion reference-ambiguous'],
  ],
  [
    'the signed assertion kept as advice of a forged one',
    instead(into(forged, `<Advice>${signedAssertion}</Advice>`)),
    [],
  ],
  ['a detached signature beside the assertion', instead(original + signature), ['Response reference-not-parent']],
];

const seenIn = ({ signatures = [] }: Partial<Evidence>) =>
  signatures.flatMap(({ on, problems }) => problems.map(({ kind }) => `${on} ${kind}`));

describe('A wrapped signature', () => {
  it.each(attacks)(
    '%s, gives no identity, and what is wrong with its signatures is shown',
    async (_name, xml, seen) => {
      expect(xml).not.toBe(assertionSigned);
      const evidence = await evidenceOf(xml);
      expect(evidence.response).toBeDefined();
      expect(seenIn(evidence)).toEqual(seen);
      const identity = readSignedAssertion(evidence)?.subject?.nameIds[0]?.value;
      expect(identity).toBeUndefined();
    },
  );

  it('counts every assertion that stands where none belongs', async () => {
    const { response } = await evidenceOf(inExtensions(assertionSigned, forged));
    expect(response?.misplacedAssertions).toHaveLength(1);
    expect((await evidenceOf(instead(into(forged, signedAssertion)))).response?.misplacedAssertions).toHaveLength(1);
    expect((await evidenceOf(assertionSigned)).response?.misplacedAssertions).toEqual([]);
  });

  it('is what the good messages are not', async () => {
    for (const xml of [assertionSigned, responseSigned]) {
      expect(readSignedAssertion(await evidenceOf(xml))?.subject?.nameIds[0]?.value).toBe(NAME_ID);
    }
  });
});
