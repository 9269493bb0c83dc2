import { CONFIRMATION_METHOD } from '../../saml/names.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { lastSegment, listed, show } from '../show.js';
import { samlProfiles } from '../sources.js';

export const bearerConfirmationPresent = defineCheck({
  id: 'bearer-confirmation-present',
  title: 'The bearer of the assertion is confirmed as its subject',
  stage: 'subject',
  severity: 'error',
  why: 'Web single sign-on works with bearer confirmation: SubjectConfirmationData says where, until when and for which request the assertion may be presented. Other methods demand a proof no browser gives.',
  spec: [samlProfiles('4.1.4.2'), samlProfiles('3.3'), samlProfiles('4.1.4.3')],
  needs: ['assertion', 'assertionDocument'],
  kinds: {
    none: 'there is no SubjectConfirmation',
    'other-method': 'only methods other than bearer',
    'no-method': 'SubjectConfirmation without a Method',
    'no-data': 'bearer, but without SubjectConfirmationData',
  },
  remedies: ['bearer-confirmation'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const { subject } = assertion;
    if (!subject) return notApplicable('There is no Subject: see subject-present.');
    const { confirmations } = subject;
    const bearers = confirmations.filter(({ method }) => method === CONFIRMATION_METHOD.bearer);
    if (bearers.some(({ data }) => data)) return pass();
    const methods = confirmations.flatMap(({ method }) =>
      method === undefined ? [] : [show(lastSegment(method), 60)],
    );
    const kind =
      bearers.length > 0
        ? 'no-data'
        : confirmations.length === 0
          ? 'none'
          : methods.length === 0
            ? 'no-method'
            : 'other-method';
    const words = {
      none: 'The Subject has no SubjectConfirmation: nothing says who may present this assertion.',
      'other-method': `The Subject is confirmed by ${listed(methods)} only; web single sign-on needs bearer.`,
      'no-method': 'The SubjectConfirmation names no Method; web single sign-on needs bearer.',
      'no-data':
        'The bearer SubjectConfirmation has no SubjectConfirmationData: it says neither where nor until when the assertion may be presented.',
    };
    return fail(expected, {
      kind,
      summary: words[kind],
      expected: `${CONFIRMATION_METHOD.bearer} with SubjectConfirmationData`,
      actual: methods.length > 0 ? listed(methods) : 'none',
      at: place(assertionDocument, (bearers[0] ?? confirmations[0])?.element ?? subject.element),
      remedies: ['bearer-confirmation'],
    });
  },
});
