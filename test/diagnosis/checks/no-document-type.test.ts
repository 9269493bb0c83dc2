import { describe, expect, it } from '@jest/globals';
import { says, tamper } from '../judged.js';

const id = 'no-document-type';

describe(id, () => {
  it('right: none', async () => {
    expect(await says(id)).toBe('pass: There is no document type declaration and no entity.');
  });

  it('wrong: a DOCTYPE', async () => {
    expect(await says(id, tamper(/^/, '<!DOCTYPE samlp:Response>'))).toBe(
      'fail document-type: The message declares a document type (DTD), which SAML messages must not do and which is never processed.',
    );
  });

  it('wrong: a DOCTYPE with entities', async () => {
    expect(await says(id, tamper(/^/, '<!DOCTYPE r [<!ENTITY who SYSTEM "file:///etc/passwd">]>'))).toBe(
      'fail document-type: The message declares a document type (DTD), which SAML messages must not do and which is never processed.',
    );
  });

  it('twice: two of them', async () => {
    expect(await says(id, tamper(/^/, '<!DOCTYPE a><!DOCTYPE b>'))).toBe(
      'fail document-type: The message declares a document type (DTD), which SAML messages must not do and which is never processed.',
    );
  });

  it('absent: a message that cannot be read to its end', async () => {
    expect(await says(id, tamper('</samlp:Response>', ''))).toBe(
      'not-applicable: The message could not be read to its end.',
    );
  });
});
