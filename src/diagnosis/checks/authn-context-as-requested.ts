import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, place } from '../outcomes.js';
import { lastSegment, listed, show } from '../show.js';
import { entraSso, mimecastTutorial, samlCore } from '../sources.js';

export const authnContextAsRequested = defineCheck({
  id: 'authn-context-as-requested',
  title: 'The user signed in the way that was asked for',
  stage: 'authn',
  severity: 'warning',
  why: 'A request that demands a way of signing in works only while users happen to have signed in that way. With Entra it fails with AADSTS75011 as soon as somebody uses Windows, a key or a second factor.',
  spec: [
    samlCore('3.3.2.2.1'),
    samlCore('2.7.2.2'),
    entraSso('RequestedAuthnContext'),
    mimecastTutorial('Use Password protected Context'),
  ],
  needs: ['assertion', 'assertionDocument'],
  kinds: {
    'not-as-requested': 'another way than the request asked for',
    'aadsts75011-ahead': 'as asked for, this time: the next user may get AADSTS75011 (information)',
    missing: 'the assertion does not say how the user signed in',
  },
  remedies: ['untick-contexts', 'drop-authn-context'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const asked = expected.correlation.requestedAuthnContexts ?? [];
    if (asked.length === 0) return notApplicable('No way of signing in was asked for, which is best.');
    const statement = assertion.authnStatements[0];
    if (!statement) return notApplicable('There is no AuthnStatement: see authn-statement-present.');
    return fail(expected, {
      ...compared(asked, statement.contextClassRef?.trim()),
      at: () => place(assertionDocument, statement.element),
      remedies: ['untick-contexts', 'drop-authn-context'],
    });
  },
});

function compared(asked: readonly string[], given: string | undefined) {
  const few = asked.slice(0, 4);
  const classes = listed(
    few.map((uri) => show(lastSegment(uri), 60)),
    'or',
  );
  if (given === undefined) {
    return {
      kind: 'missing',
      summary: `The request asked for ${classes}; the assertion does not say how the user signed in.`,
      expected: listed(few, 'or'),
      actual: 'no AuthnContextClassRef',
    };
  }
  if (!asked.includes(given)) {
    return {
      kind: 'not-as-requested',
      summary: `The request asked for ${classes}; the user signed in by ${show(lastSegment(given), 60)}.`,
      expected: listed(few, 'or'),
      actual: given,
    };
  }
  return {
    kind: 'aadsts75011-ahead',
    severity: 'info' as const,
    summary: `The request demands ${classes}, and this user did sign in that way. A user who comes with Windows, a security key or a second factor gets AADSTS75011 instead.`,
    expected: 'no RequestedAuthnContext',
    actual: given,
  };
}
