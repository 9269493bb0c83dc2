import { describe, expect, it } from '@jest/globals';
import { says, tamper } from '../judged.js';

const id = 'signature-reference-sound';

describe(id, () => {
  it('right: as Entra signs', async () => {
    expect(await says(id)).toBe('pass: The signature is built as SAML allows, and names its own element.');
  });

  it('absent: nothing is signed', async () => {
    expect(await says(id, { sign: 'none' })).toBe('not-applicable: Nothing is signed.');
  });

  it('absent: no SignedInfo', async () => {
    expect(await says(id, tamper(/<SignedInfo>.*<\/SignedInfo>/, ''))).toBe(
      'fail signed-info-missing: In the signature on the Assertion: The signature has no SignedInfo.',
    );
  });

  it('twice: two SignedInfos', async () => {
    expect(await says(id, tamper(/<SignedInfo>.*<\/SignedInfo>/, '$&$&'))).toBe(
      'fail several-signed-infos: In the signature on the Assertion: The signature holds 2 SignedInfo elements.',
    );
  });

  it('twice: two References', async () => {
    expect(await says(id, tamper(/<Reference .*<\/Reference>/, '$&$&'))).toBe(
      'fail several-references: In the signature on the Assertion: SignedInfo holds 2 References; SAML allows one.',
    );
  });

  it('absent: no Reference', async () => {
    expect(await says(id, tamper(/<Reference .*<\/Reference>/, ''))).toBe(
      'fail no-reference: In the signature on the Assertion: SignedInfo names nothing that is signed.',
    );
  });

  it('wrong: URI=""', async () => {
    expect(await says(id, tamper(/URI="[^"]*"/, 'URI=""'))).toBe(
      'fail reference-empty: In the signature on the Assertion: The Reference has no URI, so it names the whole document instead of one element.',
    );
  });

  it('wrong: an XPointer', async () => {
    expect(await says(id, tamper(/URI="[^"]*"/, 'URI="#xpointer(/)"'))).toBe(
      'fail reference-not-same-document: In the signature on the Assertion: The Reference "#xpointer(/)" is not the ID of an element of this message.',
    );
  });

  it('wrong: an ID nobody has', async () => {
    expect(await says(id, tamper(/URI="[^"]*"/, 'URI="#_nobody"'))).toBe(
      'fail reference-dangling: In the signature on the Assertion: No element has the ID "_nobody" the Reference names.',
    );
  });

  it('wrong: an XPath transform', async () => {
    expect(
      await says(
        id,
        tamper('http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/TR/1999/REC-xpath-19991116'),
      ),
    ).toBe(
      'fail transform-not-allowed: In the signature on the Assertion: The transform "http://www.w3.org/TR/1999/REC-xpath-19991116" is not allowed.',
    );
  });

  it('wrong: three transforms', async () => {
    expect(await says(id, tamper(/<Transform [^>]*exc-c14n#"[^>]*>/, '$&$&'))).toBe(
      'fail too-many-transforms: In the signature on the Assertion: There are 3 transforms; two are allowed.',
    );
  });

  it('wrong: inclusive canonicalization', async () => {
    expect(
      await says(
        id,
        tamper(/(<CanonicalizationMethod Algorithm=")[^"]*/, '$1http://www.w3.org/TR/2001/REC-xml-c14n-20010315'),
      ),
    ).toBe(
      'fail canonicalization-not-allowed: In the signature on the Assertion: The canonicalization "http://www.w3.org/TR/2001/REC-xml-c14n-20010315" is not allowed.',
    );
  });

  it('wrong: an Object', async () => {
    expect(await says(id, tamper('</Signature>', '<Object/></Signature>'))).toBe(
      'fail object-present: In the signature on the Assertion: The signature carries an Object, in which anything could be hidden.',
    );
  });

  it('wrong: a comment inside', async () => {
    expect(await says(id, tamper('<DigestValue>', '<DigestValue><!--x-->'))).toBe(
      'fail comment-inside: In the signature on the Assertion: A comment or processing instruction stands inside DigestValue.',
    );
  });

  it('wrong: children in another order', async () => {
    expect(await says(id, tamper(/(<DigestMethod [^>]*>)(<DigestValue>[^<]*<\/DigestValue>)/, '$2$1'))).toBe(
      'fail structure: In the signature on the Assertion: Reference holds Transforms, DigestValue, DigestMethod; XML Signature wants other children or another order.',
    );
  });
});
