import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'in-response-to-known';

describe(id, () => {
  it('right: offline, the request that was given', async () => {
    expect(await says(id)).toBe('pass: The Response answers a request that is waiting for it.');
  });

  it('right: live, a request that is waiting', async () => {
    expect(await says(id, {}, { correlation: { mode: 'live', requestId: undefined as never, state: 'pending' } })).toBe(
      'pass: The Response answers a request that is waiting for it.',
    );
  });

  it('wrong: live, unknown', async () => {
    expect(await says(id, {}, { correlation: { mode: 'live', requestId: undefined as never, state: 'unknown' } })).toBe(
      'fail unknown: The Response answers the request _5a2f1c0e9b8d47c6a3f0, which was never sent from here (or the program was started anew since).',
    );
  });

  it('wrong: live, expired', async () => {
    expect(
      await says(
        id,
        {},
        {
          correlation: {
            mode: 'live',
            requestId: undefined as never,
            state: 'expired',
            requestSentAt: new Date('2026-03-02T08:55:05Z'),
          },
        },
      ),
    ).toBe(
      'fail expired: The Response answers the request _5a2f1c0e9b8d47c6a3f0, sent 20 min ago, which has expired while waiting.',
    );
  });

  it('wrong: offline, another request', async () => {
    expect(await says(id, {}, { correlation: { requestId: '_other' } })).toBe(
      'fail other-request: The Response answers the request _5a2f1c0e9b8d47c6a3f0, not _other.',
    );
  });

  it('wrong: the fixed ID of the Test button', async () => {
    expect(await says(id, edit(/InResponseTo="[^"]*"/g, 'InResponseTo="F84D888AA3B44C1B844375A4E8210D9E"'))).toBe(
      "fail entra-test: The Response answers F84D888AA3B44C1B844375A4E8210D9E, the fixed ID of Entra's own Test button; no service provider sent that.",
    );
  });

  it('absent: none, although a request was sent', async () => {
    expect(await says(id, { unsolicited: true })).toBe(
      'fail absent: The Response names no request, but the request _5a2f1c0e9b8d47c6a3f0 is waiting for its answer.',
    );
  });

  it('absent: none, and none was sent', async () => {
    expect(
      await says(id, { unsolicited: true }, { correlation: { mode: 'live', requestId: undefined as never } }),
    ).toBe('not-applicable: The Response answers no request: it is IdP-initiated.');
  });

  it('the request is not known', async () => {
    expect(await says(id, {}, { correlation: { requestId: undefined as never } })).toBe(
      'not-applicable: The ID of the request is not known: give it (--request-id, requestId).',
    );
  });

  it('twice: a second post of an answered request', async () => {
    expect(
      await says(id, {}, { correlation: { mode: 'live', requestId: undefined as never, state: 'already-used' } }),
    ).toBe(
      'fail already-used: The request _5a2f1c0e9b8d47c6a3f0 has already been answered by an accepted login: this is a second post.',
    );
  });
});
