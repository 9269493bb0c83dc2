import { describe, expect, it } from '@jest/globals';
import { says, tamper } from '../judged.js';

const id = 'xml-well-formed';

describe(id, () => {
  it('right: an ordinary message', async () => {
    expect(await says(id)).toBe('pass: The message is well-formed XML.');
  });

  it('wrong: a tag is not closed', async () => {
    expect(await says(id, tamper('</samlp:Response>', ''))).toBe(
      'fail not-well-formed: This is not well-formed XML: The element <samlp:Response> is never closed; the message seems to be cut off.',
    );
  });

  it('wrong: text after the root', async () => {
    expect(await says(id, tamper('</samlp:Response>', '</samlp:Response>x'))).toBe(
      'fail not-well-formed: This is not well-formed XML: Text stands outside the root element.',
    );
  });

  it('wrong: a control character', async () => {
    expect(await says(id, tamper('Version="2.0"', 'Version="2.0" Consent="&#1;"'))).toBe(
      'fail not-well-formed: This is not well-formed XML: A character reference names a character that XML does not allow.',
    );
  });

  it('wrong: the declared encoding is another', async () => {
    expect(await says(id, tamper(/^/, '<?xml version="1.0" encoding="ISO-8859-1"?>'))).toBe(
      'fail encoding: The XML declaration says the encoding is ISO-8859-1, but the text is UTF-8.',
    );
  });

  it('twice: two root elements', async () => {
    expect(await says(id, tamper('</samlp:Response>', '</samlp:Response><samlp:Response/>'))).toBe(
      'fail not-well-formed: This is not well-formed XML: A second root element follows the first.',
    );
  });

  it('twice: one attribute two times', async () => {
    expect(await says(id, tamper('Version="2.0"', 'Version="2.0" Version="2.0"'))).toBe(
      'fail not-well-formed: This is not well-formed XML: The attribute Version is written twice on one element.',
    );
  });

  it('absent: text that is no XML at all', async () => {
    expect(await says(id, 'Sorry, but we are having trouble signing you in.')).toBe(
      'fail not-well-formed: This is not well-formed XML: Text stands outside the root element.',
    );
  });

  it('a document type is judged elsewhere', async () => {
    expect(await says(id, tamper(/^/, '<!DOCTYPE x>'))).toBe(
      'not-applicable: Reading stopped at the document type declaration.',
    );
  });

  it('a limit is judged elsewhere', async () => {
    expect(await says(id, tamper('</samlp:Response>', `${' '.repeat(300_000)}</samlp:Response>`))).toBe(
      'not-applicable: Reading stopped at a limit of size.',
    );
  });
});
