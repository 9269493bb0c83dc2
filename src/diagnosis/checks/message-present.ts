import { couldBe, isInQuery } from '../../saml/field-names.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, pass } from '../outcomes.js';
import type { RemedyId } from '../remedies.js';
import { count, listed, show } from '../show.js';
import { samlBindings, samlProfiles } from '../sources.js';

const kinds = {
  empty: 'nothing was posted',
  'empty-value': 'the field is there and empty',
  'wrong-field': 'the message is in a field of another name',
  'request-instead': 'a SAMLRequest came instead of a SAMLResponse',
  'sent-twice': 'the field was sent more than once',
  'wrong-method': 'the message came by GET, in the URL',
  'wrong-content-type': 'the body is not a form',
} as const;
type Kind = keyof typeof kinds;

const REMEDY: Readonly<Record<Kind, RemedyId>> = {
  empty: 'post-the-response',
  'empty-value': 'post-the-response',
  'wrong-field': 'rename-the-field',
  'request-instead': 'answer-instead-of-request',
  'sent-twice': 'send-once',
  'wrong-method': 'use-post-binding',
  'wrong-content-type': 'post-the-response',
};

export const messagePresent = defineCheck({
  id: 'message-present',
  title: 'A SAMLResponse was posted',
  stage: 'transport',
  severity: 'error',
  why: 'The identity provider sends the user back with a form whose field SAMLResponse holds the message. Without it there is nothing to judge.',
  spec: [samlBindings('3.5.4'), samlProfiles('4.1.4.5')],
  needs: ['transport'],
  kinds,
  remedies: ['post-the-response', 'rename-the-field', 'answer-instead-of-request', 'send-once', 'use-post-binding'],
  run({ transport }, expected): Outcome {
    const { problem, received } = transport;
    if (problem === undefined || !isKind(problem)) return pass();
    const fields = received.fieldNames ?? [];
    const named = fields.length > 0 ? listed(fields.slice(0, 8).map((name) => show(name, 40))) : 'no field at all';
    const words: Record<Kind, string> = {
      empty: 'Nothing was posted: there is no SAMLResponse.',
      'empty-value': 'The field SAMLResponse is there, but it is empty.',
      'wrong-field': fields.some((name) => isInQuery(name) && couldBe(name, 'SAMLResponse'))
        ? 'SAMLResponse stands in the query of the address and not in the form that was posted.'
        : `There is no field SAMLResponse; what came is ${named}.`,
      'request-instead':
        'A SAMLRequest came where a SAMLResponse belongs: this is a question to an identity provider, not its answer.',
      'sent-twice': `${sentTwice(fields)}; nobody could say which one counts.`,
      'wrong-method': `The message came by ${received.method === undefined || received.method === 'GET' ? 'GET in the URL' : show(received.method, 20)}; responses are accepted by HTTP-POST only.`,
      'wrong-content-type': `The body was sent as ${show(received.contentType ?? 'something else', 80)}, not as a form.`,
    };
    return fail(expected, {
      kind: problem,
      summary: words[problem],
      expected:
        problem === 'wrong-content-type'
          ? 'application/x-www-form-urlencoded'
          : 'one form field SAMLResponse, by HTTP-POST',
      actual: problem === 'wrong-content-type' ? received.contentType : named,
      remedies: [REMEDY[problem]],
    });
  },
});

function sentTwice(fields: readonly string[]): string {
  const responses = fields.filter((name) => couldBe(name, 'SAMLResponse'));
  if (responses.length < 2) return 'A SAMLRequest came together with the SAMLResponse';
  if (responses.every((name) => name === 'SAMLResponse')) {
    return `SAMLResponse was sent more than once (${count(responses.length, 'time')})`;
  }
  const spelled = responses
    .slice(0, 8)
    .map((name) => (isInQuery(name) ? 'in the query of the address' : show(name, 40)));
  return `SAMLResponse was sent more than once (${listed(spelled)})`;
}

function isKind(problem: string): problem is Kind {
  return problem in kinds;
}
