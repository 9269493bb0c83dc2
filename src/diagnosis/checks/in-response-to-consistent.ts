import { defineCheck, type Outcome } from '../check.js';
import { bearerConfirmation } from '../confirmation.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { show } from '../show.js';
import { samlProfiles } from '../sources.js';

export const inResponseToConsistent = defineCheck({
  id: 'in-response-to-consistent',
  title: 'Response and assertion answer the same request',
  stage: 'correlation',
  severity: 'error',
  why: 'The InResponseTo of the Response is often not signed; the one inside the assertion is. If they differ, a genuine assertion has been put into the answer to another request.',
  spec: [samlProfiles('4.1.4.2'), samlProfiles('4.1.4.3')],
  needs: ['response', 'assertion', 'assertionDocument'],
  kinds: {
    differs: 'they name different requests',
    'only-on-response': 'the assertion, which is signed, names none (a graft)',
    'only-in-assertion': 'the Response names none (a warning when the requests are not known)',
  },
  remedies: ['answer-the-request', 'treat-as-attack', 'start-login-again'],
  run({ response, assertion, assertionDocument }, expected): Outcome {
    const confirmation = bearerConfirmation(assertion, expected);
    if (!confirmation?.data)
      return notApplicable('There is no bearer confirmation data to compare with: see bearer-confirmation-present.');
    const outer = response.inResponseTo;
    const inner = confirmation.data.inResponseTo;
    if (outer === inner) return outer === undefined ? notApplicable('Neither names a request.') : pass();
    const kind = outer === undefined ? 'only-in-assertion' : inner === undefined ? 'only-on-response' : 'differs';
    const words = {
      differs: `The Response answers ${show(outer ?? '', 100)}, the assertion in it answers ${show(inner ?? '', 100)}.`,
      'only-on-response': `The Response says it answers ${show(outer ?? '', 100)}, but the assertion in it names no request: it may have been made for no request at all.`,
      'only-in-assertion': `The assertion answers ${show(inner ?? '', 100)}, but the Response around it names no request.`,
    };
    const { mode, requestId } = expected.correlation;
    return fail(expected, {
      kind,
      // What is signed names a request. Without knowing the requests that were sent nobody can say that it is a wrong one.
      severity: kind === 'only-in-assertion' && mode === 'offline' && requestId === undefined ? 'warning' : undefined,
      summary: words[kind],
      expected: outer ?? 'no InResponseTo',
      actual: inner ?? 'no InResponseTo',
      at: place(assertionDocument, confirmation.data.element),
      remedies: ['answer-the-request', 'treat-as-attack', 'start-login-again'],
    });
  },
});
