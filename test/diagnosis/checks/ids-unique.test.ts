import { describe, expect, it } from '@jest/globals';
import { ASSERTION_ID, RESPONSE_ID } from '../../a-response.js';
import { says, tamper } from '../judged.js';

const id = 'ids-unique';

describe(id, () => {
  it('right: every ID once', async () => {
    expect(await says(id)).toBe('pass: No ID stands twice in the message.');
  });

  it('twice: two elements with one ID', async () => {
    expect(await says(id, tamper(/(<Assertion[^>]* ID=")[^"]*/, `$1${RESPONSE_ID}`))).toBe(
      'fail duplicate: The ID _0b0f4c5e-41f8-4d1e-9f3a-7d2b6c1a9e10 stands in 2 places (Response, Assertion): nobody can say which one a signature means.',
    );
  });

  it('wrong: another spelling of the attribute repeats it', async () => {
    expect(await says(id, tamper('<samlp:Status>', `<samlp:Status id="${ASSERTION_ID}">`))).toBe(
      'fail other-spelling: The ID _94cf0dfe-92d7-41f7-a1bf-6b0867668f00 stands in 2 places (Status, Assertion): nobody can say which one a signature means.',
    );
  });

  it('wrong: a namespaced ID repeats it', async () => {
    expect(await says(id, tamper('<samlp:Status>', `<samlp:Status samlp:ID="${ASSERTION_ID}">`))).toBe(
      'fail other-spelling: The ID _94cf0dfe-92d7-41f7-a1bf-6b0867668f00 stands in 2 places (Status, Assertion): nobody can say which one a signature means.',
    );
  });

  it("absent: no ID at all is the schema's business", async () => {
    expect(await says(id, tamper(/ ID="[^"]*"/g, ''))).toBe('pass: No ID stands twice in the message.');
  });
});
