import { describe, expect, it } from '@jest/globals';
import { says } from '../judged.js';

const id = 'message-present';

describe(id, () => {
  it('right: one field SAMLResponse, posted', async () => {
    expect(await says(id)).toBe('pass: A SAMLResponse was posted.');
  });

  it('absent: nothing was posted', async () => {
    expect(await says(id, {}, { received: { samlResponse: undefined as never, fieldNames: [] } })).toBe(
      'fail empty: Nothing was posted: there is no SAMLResponse.',
    );
  });

  it('wrong: the field is empty', async () => {
    expect(await says(id, {}, { received: { samlResponse: '' } })).toBe(
      'fail empty-value: The field SAMLResponse is there, but it is empty.',
    );
  });

  it('wrong: the field has another name', async () => {
    expect(
      await says(
        id,
        {},
        { received: { samlResponse: undefined as never, fieldNames: ['samlresponse', 'RelayState'] } },
      ),
    ).toBe('fail wrong-field: There is no field SAMLResponse; what came is samlresponse and RelayState.');
  });

  it('wrong: a SAMLRequest came', async () => {
    expect(
      await says(id, {}, { received: { samlResponse: undefined as never, fieldNames: ['SAMLRequest', 'RelayState'] } }),
    ).toBe(
      'fail request-instead: A SAMLRequest came where a SAMLResponse belongs: this is a question to an identity provider, not its answer.',
    );
  });

  it('twice: the field was sent two times', async () => {
    expect(await says(id, {}, { received: { fieldNames: ['SAMLResponse', 'RelayState', 'SAMLResponse'] } })).toBe(
      'fail sent-twice: SAMLResponse was sent more than once (2 times); nobody could say which one counts.',
    );
  });

  it('wrong: it came by GET', async () => {
    expect(await says(id, {}, { received: { method: 'GET', binding: 'HTTP-Redirect' } })).toBe(
      'fail wrong-method: The message came by GET in the URL; responses are accepted by HTTP-POST only.',
    );
  });

  it('wrong: the body is JSON', async () => {
    expect(await says(id, {}, { received: { contentType: 'application/json' } })).toBe(
      'fail wrong-content-type: The body was sent as application/json, not as a form.',
    );
  });
});
