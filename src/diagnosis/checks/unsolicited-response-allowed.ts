import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { mimecastOkta, samlProfiles } from '../sources.js';

export const unsolicitedResponseAllowed = defineCheck({
  id: 'unsolicited-response-allowed',
  title: 'A login that began at the identity provider is allowed',
  stage: 'correlation',
  severity: 'error',
  why: 'An unsolicited response answers no request, so nothing ties it to this browser. Mimecast takes it only when "Allow Single Sign On" is ticked.',
  spec: [samlProfiles('4.1.5'), mimecastOkta('Allow Single Sign On')],
  needs: ['response', 'document'],
  kinds: { 'not-allowed': 'the response is unsolicited, and the profile does not allow it' },
  remedies: ['allow-idp-initiated', 'set-sign-on-url', 'answer-the-request'],
  run({ response, document }, expected): Outcome {
    if (response.inResponseTo !== undefined) return notApplicable('The Response says which request it answers.');
    const { unsolicitedResponsesAllowed, unsolicitedResponsesRefusedBecause: because } = expected.serviceProvider;
    if (unsolicitedResponsesAllowed) {
      return pass('Unsolicited (IdP-initiated), and that is allowed.');
    }
    return fail(expected, {
      kind: 'not-allowed',
      summary: `The Response answers no request (it began at the identity provider: My Apps, Test), and ${
        because === undefined ? 'this service provider does not allow that.' : `that is not possible here: ${because}`
      }`,
      expected: 'InResponseTo with the ID of a request',
      actual: 'no InResponseTo',
      at: place(document, response.element),
      remedies:
        because === undefined
          ? ['allow-idp-initiated', 'set-sign-on-url', 'answer-the-request']
          : ['set-sign-on-url', 'answer-the-request'],
    });
  },
});
