import { describe, expect, it } from '@jest/globals';
import { edit, says, tamper } from '../judged.js';

const id = 'no-comments-in-values';

describe(id, () => {
  it('right: none', async () => {
    expect(await says(id)).toBe('pass: No comment or processing instruction splits a value.');
  });

  it('wrong: a comment splits the NameID', async () => {
    expect(
      await says(id, edit('B.Simon@contoso.com</NameID>', 'B.Simon@contoso.com<!-- -->.evil.example</NameID>')),
    ).toBe(
      'fail comment: A comment stands in NameID: readers disagree about the value around it, and a signature does not protect against it.',
    );
  });

  it('wrong: a processing instruction in the NameID', async () => {
    expect(await says(id, tamper('B.Simon@contoso.com</NameID>', '<?p not-?>B.Simon@contoso.com</NameID>'))).toBe(
      'fail processing-instruction: A processing instruction stands in NameID: readers disagree about the value around it, and a signature does not protect against it.',
    );
  });

  it('wrong: a CDATA section holds an attribute value', async () => {
    expect(await says(id, tamper('<AttributeValue>B. Simon<', '<AttributeValue><![CDATA[B. Simon]]><'))).toBe(
      'fail cdata: A CDATA section stands in AttributeValue: readers disagree about the value around it, and a signature does not protect against it.',
    );
  });

  it('wrong: a comment in the signature', async () => {
    expect(await says(id, tamper('<DigestValue>', '<DigestValue><!--x-->'))).toBe(
      'fail comment: A comment stands in the signature (DigestValue): readers disagree about the value around it, and a signature does not protect against it.',
    );
  });

  it('wrong: between elements it is only a remark', async () => {
    expect(await says(id, tamper('<samlp:Status>', '<!-- hello --><samlp:Status>'))).toBe(
      'warning between-elements: A comment stands between elements in Response. It changes no value, but identity providers do not send any.',
    );
  });

  it('twice: the harmful one is named', async () => {
    expect(
      await says(id, tamper('<samlp:Status>', '<!-- hello --><samlp:Status>', '<Audience>', '<Audience><!-- x -->')),
    ).toBe(
      'fail comment: A comment stands in Audience: readers disagree about the value around it, and a signature does not protect against it.',
    );
  });

  it('absent: an empty value with nothing but a comment', async () => {
    expect(await says(id, tamper(/<Audience>[^<]*/, '<Audience><!-- x -->'))).toBe(
      'fail comment: A comment stands in Audience: readers disagree about the value around it, and a signature does not protect against it.',
    );
  });
});
