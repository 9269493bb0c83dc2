import { defineCheck, type Outcome } from '../check.js';
import { ENDPOINT_KINDS, judgeEndpoint } from '../endpoint.js';
import { judgedSignatures } from '../judged-signatures.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { samlBindings, samlCore } from '../sources.js';

export const destinationMatches = defineCheck({
  id: 'destination-matches',
  title: 'The Response was meant for this endpoint',
  stage: 'parties',
  severity: 'error',
  why: 'Destination stops a response that was made for one endpoint from being posted to another. It is compared letter by letter.',
  spec: [samlCore('3.2.2'), samlBindings('3.5.5.2')],
  needs: ['response', 'document'],
  kinds: {
    ...ENDPOINT_KINDS,
    empty: 'Destination is there and empty',
    missing: 'a signed Response does not name its Destination',
  },
  remedies: ['set-reply-url', 'ask-for-right-acs', 'mind-the-proxy', 'write-destination'],
  run({ response, document }, expected, evidence): Outcome {
    const { destination } = response;
    const endpoint = expected.serviceProvider.assertionConsumerServiceUrl;
    const at = () => place(document, response.element);
    if (destination === undefined) {
      if (!judgedSignatures(evidence).some(({ on }) => on === 'Response')) {
        return pass('The Response names no Destination, which an unsigned one may leave out.');
      }
      return fail(expected, {
        kind: 'missing',
        summary: 'The Response is signed but names no Destination; a signed message must say where it is meant to go.',
        expected: endpoint ?? 'the URL of the AssertionConsumerService',
        actual: 'no Destination',
        at,
        remedies: ['write-destination'],
      });
    }
    if (destination.trim() === '') {
      return fail(expected, {
        kind: 'empty',
        summary: 'Destination is there, but it is empty.',
        expected: endpoint ?? 'the URL of the AssertionConsumerService, or no Destination',
        actual: destination,
        at,
        remedies: ['write-destination'],
      });
    }
    if (endpoint === undefined) {
      return notApplicable(
        'The AssertionConsumerService URL is not known: give it (--acs, assertionConsumerServiceUrl).',
      );
    }
    return judgeEndpoint('Destination', destination, endpoint, at, expected) ?? pass();
  },
});
