import { defineCheck, type Outcome } from '../check.js';
import { difference } from '../difference.js';
import type { Expectations } from '../expectations.js';
import { fail, notApplicable, pass } from '../outcomes.js';
import { show } from '../show.js';
import { samlBindings } from '../sources.js';

const LONGEST = 80;

const kinds = {
  changed: 'it is not what was sent',
  lost: 'it did not come back',
  unexpected: 'none was sent, but one came',
  'open-redirect': 'it is a URL of another site, which must never be followed',
  'too-long': 'more than 80 bytes',
} as const;

export const relayStateReturned = defineCheck({
  id: 'relay-state-returned',
  title: 'RelayState came back as it was sent',
  stage: 'correlation',
  severity: 'warning',
  why: 'RelayState travels beside the message, unsigned, and must come back as it went. A service provider that follows a URL in it can be made to send users anywhere.',
  spec: [samlBindings('3.5.3'), samlBindings('3.4.3')],
  needs: ['transport', 'response'],
  kinds,
  remedies: ['return-relay-state', 'mend-relay-state'],
  run({ transport, response }, expected): Outcome {
    const came = transport.received.relayState;
    const { sentRelayState: sent, mode } = expected.correlation;
    if (came !== undefined && came !== sent) {
      if (leadsElsewhere(came, expected)) return openRedirect(came, expected);
      if (Buffer.byteLength(came) > LONGEST) return tooLong(came, expected);
    }
    if (mode === 'offline') return notApplicable('What was sent as RelayState is not known.');
    if (response.inResponseTo === undefined) return notApplicable('No request was sent, so no RelayState was either.');
    if (came === sent) return sent === undefined ? notApplicable('No RelayState was sent, and none came.') : pass();
    return notAsSent(sent, came, expected);
  },
});

function openRedirect(came: string, expected: Expectations): Outcome {
  const { sentRelayState, mode } = expected.correlation;
  return fail(expected, {
    kind: 'open-redirect',
    severity: mode === 'live' ? 'error' : 'warning',
    summary: `RelayState is ${show(came, 120)}, a URL of another site; it is never followed, and this service provider did not send it.`,
    expected: sentRelayState ?? 'no URL of another site',
    actual: came,
    remedies: ['mend-relay-state', 'return-relay-state'],
  });
}

function tooLong(came: string, expected: Expectations): Outcome {
  return fail(expected, {
    kind: 'too-long',
    summary: `RelayState is ${Buffer.byteLength(came)} bytes long; at most ${LONGEST} are allowed.`,
    expected: `at most ${LONGEST} bytes`,
    actual: came,
    remedies: ['mend-relay-state'],
  });
}

function notAsSent(sent: string | undefined, came: string | undefined, expected: Expectations): Outcome {
  const kind = came === undefined ? 'lost' : sent === undefined ? 'unexpected' : 'changed';
  const words = {
    lost: `RelayState ${show(sent ?? '', 120)} was sent with the request and did not come back.`,
    unexpected: `RelayState ${show(came ?? '', 120)} came, but none was sent with the request.`,
    changed: `RelayState came back as ${show(came ?? '', 120)}, sent was ${show(sent ?? '', 120)}.`,
  };
  return fail(expected, {
    kind,
    summary: words[kind],
    expected: sent ?? 'no RelayState',
    actual: came ?? 'no RelayState',
    difference: kind === 'changed' ? difference(sent ?? '', came ?? '')?.marked : undefined,
    remedies: ['return-relay-state'],
  });
}

/** True for whatever a browser could be sent away with: another origin, `//host`, `/\host`, `javascript:`. */
function leadsElsewhere(value: string, { serviceProvider }: Expectations): boolean {
  const text = value.replace(/[\u0000-\u0020]+/g, '');
  if (/^[/\\]{2}/.test(text)) return true;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return false;
  if (!/^https?:/i.test(text)) return /^(javascript|data|vbscript|file|blob):/i.test(text);
  const origin = (url: string | undefined) => /^https?:[/\\]{2}[^/\\?#]*/i.exec(url ?? '')?.[0]?.toLowerCase();
  const own = [
    serviceProvider.assertionConsumerServiceUrl,
    serviceProvider.entityId,
    ...(serviceProvider.knownUrls ?? []).map(({ url }) => url),
  ];
  return own[0] !== undefined && !own.some((url) => origin(url) === origin(text));
}
