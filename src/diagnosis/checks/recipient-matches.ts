import { defineCheck, type Outcome } from '../check.js';
import { bearerConfirmation } from '../confirmation.js';
import { ENDPOINT_KINDS, judgeEndpoint } from '../endpoint.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { samlCore, samlProfiles } from '../sources.js';

export const recipientMatches = defineCheck({
  id: 'recipient-matches',
  title: 'The assertion may be presented at this endpoint',
  stage: 'parties',
  severity: 'error',
  why: 'Recipient stands under the signature and says at which endpoint the bearer may present the assertion. It keeps one service provider from using your assertion at another.',
  spec: [samlProfiles('4.1.4.2'), samlProfiles('4.1.4.3'), samlCore('2.4.1.2')],
  needs: ['assertion', 'assertionDocument'],
  kinds: { ...ENDPOINT_KINDS, missing: 'there is no Recipient' },
  remedies: ['set-reply-url', 'ask-for-right-acs', 'mind-the-proxy', 'write-recipient'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const data = bearerConfirmation(assertion, expected)?.data;
    if (!data)
      return notApplicable('There is no bearer confirmation data to look at: see bearer-confirmation-present.');
    const endpoint = expected.serviceProvider.assertionConsumerServiceUrl;
    const at = () => place(assertionDocument, data.element);
    const { recipient } = data;
    if (recipient === undefined || recipient.trim() === '') {
      return fail(expected, {
        kind: 'missing',
        summary: `SubjectConfirmationData ${recipient === undefined ? 'has no' : 'has an empty'} Recipient: it does not say where the assertion may be presented.`,
        expected: endpoint ?? 'the URL of the AssertionConsumerService',
        actual: recipient ?? 'no Recipient',
        at,
        remedies: ['write-recipient'],
      });
    }
    if (endpoint === undefined) {
      return notApplicable(
        'The AssertionConsumerService URL is not known: give it (--acs, assertionConsumerServiceUrl).',
      );
    }
    return judgeEndpoint('Recipient', recipient, endpoint, at, expected) ?? pass();
  },
});
