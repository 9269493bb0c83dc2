import { describe, expect, it } from '@jest/globals';
import { says } from '../judged.js';

const id = 'relay-state-returned';

describe(id, () => {
  it('right: as sent', async () => {
    expect(
      await says(
        id,
        {},
        { received: { relayState: '/inbox' }, correlation: { mode: 'live', sentRelayState: '/inbox' } },
      ),
    ).toBe('pass: RelayState came back as it was sent.');
  });

  it('right: a URL that was sent itself', async () => {
    expect(
      await says(
        id,
        {},
        {
          received: { relayState: 'https://other.example/' },
          correlation: { mode: 'live', sentRelayState: 'https://other.example/' },
        },
      ),
    ).toBe('pass: RelayState came back as it was sent.');
  });

  it('wrong: changed', async () => {
    expect(
      await says(
        id,
        {},
        { received: { relayState: '/outbox' }, correlation: { mode: 'live', sentRelayState: '/inbox' } },
      ),
    ).toBe('warning changed: RelayState came back as /outbox, sent was /inbox.');
  });

  it('absent: it did not come back', async () => {
    expect(
      await says(
        id,
        {},
        { received: { relayState: undefined as never }, correlation: { mode: 'live', sentRelayState: '/inbox' } },
      ),
    ).toBe('warning lost: RelayState /inbox was sent with the request and did not come back.');
  });

  it('wrong: none was sent', async () => {
    expect(
      await says(
        id,
        {},
        { received: { relayState: '/inbox' }, correlation: { mode: 'live', sentRelayState: undefined as never } },
      ),
    ).toBe('warning unexpected: RelayState /inbox came, but none was sent with the request.');
  });

  it('wrong: a URL of another site is an error', async () => {
    expect(
      await says(
        id,
        {},
        {
          received: { relayState: 'https://evil.example/' },
          correlation: { mode: 'live', sentRelayState: undefined as never },
        },
      ),
    ).toBe(
      'fail open-redirect: RelayState is https://evil.example/, a URL of another site; it is never followed, and this service provider did not send it.',
    );
  });

  it('wrong: so is one without scheme', async () => {
    expect(
      await says(
        id,
        {},
        {
          received: { relayState: '//evil.example' },
          correlation: { mode: 'live', sentRelayState: undefined as never },
        },
      ),
    ).toBe(
      'fail open-redirect: RelayState is //evil.example, a URL of another site; it is never followed, and this service provider did not send it.',
    );
  });

  it('wrong: so is one with a backslash', async () => {
    expect(
      await says(
        id,
        {},
        {
          received: { relayState: '/\\\\evil.example' },
          correlation: { mode: 'live', sentRelayState: undefined as never },
        },
      ),
    ).toBe(
      'fail open-redirect: RelayState is /\\\\evil.example, a URL of another site; it is never followed, and this service provider did not send it.',
    );
  });

  it('wrong: so is a script', async () => {
    expect(
      await says(
        id,
        {},
        {
          received: { relayState: 'java\tscript:alert(1)' },
          correlation: { mode: 'live', sentRelayState: undefined as never },
        },
      ),
    ).toBe(
      'fail open-redirect: RelayState is java⇥script:alert(1), a URL of another site; it is never followed, and this service provider did not send it.',
    );
  });

  it('wrong: offline it is only a remark', async () => {
    expect(
      await says(
        id,
        {},
        {
          received: { relayState: 'https://evil.example/' },
          correlation: { mode: 'offline', sentRelayState: undefined as never },
        },
      ),
    ).toBe(
      'warning open-redirect: RelayState is https://evil.example/, a URL of another site; it is never followed, and this service provider did not send it.',
    );
  });

  it('right: a URL of this service provider in an unsolicited login', async () => {
    expect(
      await says(
        id,
        { unsolicited: true },
        {
          received: { relayState: 'https://eu-api.mimecast.com/inbox' },
          correlation: { mode: 'live', sentRelayState: undefined as never },
        },
      ),
    ).toBe('not-applicable: No request was sent, so no RelayState was either.');
  });

  it('wrong: longer than 80 bytes', async () => {
    expect(
      await says(
        id,
        {},
        { received: { relayState: 'x'.repeat(81) }, correlation: { mode: 'live', sentRelayState: undefined as never } },
      ),
    ).toBe('warning too-long: RelayState is 81 bytes long; at most 80 are allowed.');
  });

  it('absent: none sent, none came', async () => {
    expect(
      await says(
        id,
        {},
        {
          received: { relayState: undefined as never },
          correlation: { mode: 'live', sentRelayState: undefined as never },
        },
      ),
    ).toBe('not-applicable: No RelayState was sent, and none came.');
  });

  it('absent: offline nobody knows', async () => {
    expect(await says(id, {})).toBe('not-applicable: What was sent as RelayState is not known.');
  });

  it('twice: a field that came two times is judged with the message', async () => {
    expect(
      await says(
        id,
        {},
        {
          received: { fieldNames: ['SAMLResponse', 'RelayState', 'RelayState'], relayState: '/a' },
          correlation: { mode: 'live', sentRelayState: '/a' },
        },
      ),
    ).toBe('pass: RelayState came back as it was sent.');
  });
});
