import { ENTRA_TEST_REQUEST_ID } from '../../saml/names.js';
import { defineCheck, type Outcome } from '../check.js';
import type { Expectations } from '../expectations.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import type { RemedyId } from '../remedies.js';
import { show } from '../show.js';
import { entraSso, samlCore, samlProfiles } from '../sources.js';
import { duration } from '../time-words.js';

const kinds = {
  unknown: 'no request with this ID was ever sent from here',
  expired: 'the request waited too long for its answer',
  'already-used': 'the request was answered before',
  'other-request': 'it answers another request',
  absent: 'it answers no request, although one was sent',
  'entra-test': "it names the fixed ID of Entra's Test button",
} as const;
type Kind = keyof typeof kinds;

const REMEDIES: Readonly<Record<Kind, readonly [RemedyId, ...RemedyId[]]>> = {
  unknown: ['start-login-again', 'answer-the-request'],
  expired: ['start-login-again'],
  'already-used': ['start-login-again', 'new-assertion-each-time'],
  'other-request': ['start-login-again', 'answer-the-request'],
  absent: ['answer-the-request', 'start-login-again'],
  'entra-test': ['answer-the-request', 'start-login-again'],
};

export const inResponseToKnown = defineCheck({
  id: 'in-response-to-known',
  title: 'The Response answers a request that is waiting for it',
  stage: 'correlation',
  severity: 'error',
  why: "InResponseTo ties the answer to the login this browser began. Without it somebody else's answer could be slipped in.",
  spec: [samlProfiles('4.1.4.3'), samlCore('3.2.2'), entraSso('InResponseTo')],
  needs: ['response', 'document'],
  kinds,
  remedies: ['start-login-again', 'answer-the-request', 'new-assertion-each-time'],
  run({ response, document }, expected): Outcome {
    const { mode, requestId } = expected.correlation;
    const { inResponseTo } = response;
    if (mode === 'offline' && requestId === undefined) {
      return notApplicable('The ID of the request is not known: give it (--request-id, requestId).');
    }
    if (inResponseTo === undefined && requestId === undefined) {
      return notApplicable('The Response answers no request: it is IdP-initiated.');
    }
    const kind = kindOf(inResponseTo, expected);
    if (kind === undefined) return pass();
    return fail(expected, {
      kind,
      summary: sentence(kind, inResponseTo ?? '', expected),
      expected: requestId ?? 'the ID of a request that is waiting',
      actual: inResponseTo ?? 'no InResponseTo',
      at: place(document, response.element),
      remedies: REMEDIES[kind],
    });
  },
});

function kindOf(inResponseTo: string | undefined, { correlation }: Expectations): Kind | undefined {
  const { mode, requestId, state } = correlation;
  if (inResponseTo === undefined) return 'absent';
  if (inResponseTo === ENTRA_TEST_REQUEST_ID && requestId !== ENTRA_TEST_REQUEST_ID) return 'entra-test';
  if (mode === 'offline') return inResponseTo === requestId ? undefined : 'other-request';
  if (requestId !== undefined && inResponseTo !== requestId && state === undefined) return 'other-request';
  return state === 'pending' ? undefined : (state ?? 'unknown');
}

function sentence(kind: Kind, id: string, { correlation, at }: Expectations): string {
  const shown = show(id, 100);
  switch (kind) {
    case 'unknown':
      return `The Response answers the request ${shown}, which was never sent from here (or the program was started anew since).`;
    case 'expired': {
      const ago = correlation.requestSentAt
        ? `, sent ${duration(at.getTime() - correlation.requestSentAt.getTime())} ago,`
        : '';
      return `The Response answers the request ${shown}${ago} which has expired while waiting.`;
    }
    case 'already-used':
      return `The request ${shown} has already been answered by an accepted login: this is a second post.`;
    case 'other-request':
      return `The Response answers the request ${shown}, not ${show(correlation.requestId ?? '', 100)}.`;
    case 'absent':
      return `The Response names no request, but the request ${show(correlation.requestId ?? '', 100)} is waiting for its answer.`;
    case 'entra-test':
      return `The Response answers ${shown}, the fixed ID of Entra's own Test button; no service provider sent that.`;
  }
}
