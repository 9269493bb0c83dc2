import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'unsolicited-response-allowed';

describe(id, () => {
  it('right: it answers a request', async () => {
    expect(await says(id)).toBe('not-applicable: The Response says which request it answers.');
  });

  it('right: unsolicited, and allowed', async () => {
    expect(await says(id, { unsolicited: true }, { serviceProvider: { unsolicitedResponsesAllowed: true } })).toBe(
      'pass: Unsolicited (IdP-initiated), and that is allowed.',
    );
  });

  it('wrong: unsolicited, and not allowed', async () => {
    expect(await says(id, { unsolicited: true })).toBe(
      'fail not-allowed: The Response answers no request (it began at the identity provider: My Apps, Test), and this service provider does not allow that.',
    );
  });

  it('absent: no Response to look at', async () => {
    expect(await says(id, 'x')).toBe('blocked: Could not be checked without a SAML Response and the XML.');
  });

  it('twice: an InResponseTo inside the assertion does not count', async () => {
    expect(await says(id, edit(/ InResponseTo="[^"]*"/, ''))).toBe(
      'fail not-allowed: The Response answers no request (it began at the identity provider: My Apps, Test), and this service provider does not allow that.',
    );
  });
});
