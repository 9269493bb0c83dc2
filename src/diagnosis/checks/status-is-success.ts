import { STATUS } from '../../saml/names.js';
import type { Response } from '../../saml/types.js';
import { findAadsts } from '../aadsts.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, pass, place } from '../outcomes.js';
import type { RemedyId } from '../remedies.js';
import { lastSegment, show } from '../show.js';
import { entraErrors, samlCore } from '../sources.js';
import { STATUS_MEANINGS } from '../status-words.js';

const kinds = {
  missing: 'there is no Status',
  'no-code': 'there is no StatusCode',
  aadsts: 'an error of Entra ID, with its AADSTS number',
  requester: 'the identity provider blames the request',
  responder: 'the identity provider could not sign the user in',
  'no-passive': 'the user would have to be asked',
  other: 'another status',
} as const;
type Kind = keyof typeof kinds;

const REMEDY: Readonly<Partial<Record<Kind, RemedyId>>> = {
  missing: 'follow-the-schema',
  'no-code': 'follow-the-schema',
  requester: 'send-what-idp-supports',
  'no-passive': 'allow-interactive',
};

export const statusIsSuccess = defineCheck({
  id: 'status-is-success',
  title: 'The identity provider says the login succeeded',
  stage: 'status',
  severity: 'error',
  why: 'Any other status means that nobody signed in, whatever else the message holds. It is shown even when the message is not signed, because it says why.',
  spec: [samlCore('3.2.2.1'), samlCore('3.2.2.2'), entraErrors('AADSTS')],
  needs: ['response', 'document'],
  kinds,
  remedies: ['look-at-idp-log', 'send-what-idp-supports', 'allow-interactive', 'follow-the-schema'],
  run({ response, document }, expected): Outcome {
    const { status } = response;
    if (status?.codes[0] === STATUS.success) return pass();
    const found = status?.message === undefined ? undefined : findAadsts(status.message);
    const kind = kindOf(status, found !== undefined);
    const codes = (status?.codes ?? []).map((code) => show(lastSegment(code), 80)).join(' > ');
    const first = found?.entry?.remedy ?? REMEDY[kind] ?? 'look-at-idp-log';
    return fail(expected, {
      kind,
      summary: sentence(status, codes) + (found ? ` ${found.code}: ${found.entry?.cause ?? 'not in our table.'}` : ''),
      expected: 'Success',
      actual: codes === '' ? undefined : codes,
      at: place(document, status?.element ?? response.element),
      remedies: [
        [first, { actual: 'what the request sends', expected: 'what is registered' }],
        ...(first === 'look-at-idp-log' ? [] : ['look-at-idp-log' as const]),
      ],
    });
  },
});

function kindOf(status: Response['status'], isAadsts: boolean): Kind {
  if (!status) return 'missing';
  if (status.codes.length === 0) return 'no-code';
  if (isAadsts) return 'aadsts';
  if (status.codes.includes(STATUS.noPassive)) return 'no-passive';
  if (status.codes[0] === STATUS.requester) return 'requester';
  return status.codes[0] === STATUS.responder ? 'responder' : 'other';
}

function sentence(status: Response['status'], codes: string): string {
  if (!status) return 'The Response has no Status, so nobody can say whether the login succeeded.';
  if (status.codes.length === 0) return 'The Status has no StatusCode, so nobody can say whether the login succeeded.';
  const telling = status.codes.filter((code) => code !== STATUS.success);
  const meanings = telling.map((code) => STATUS_MEANINGS.get(code)?.words).filter((words) => words !== undefined);
  const message = status.message === undefined ? '' : ` It says: "${show(status.message.trim(), 400)}"`;
  const words = meanings.at(-1) ? `: ${meanings.at(-1)}` : '';
  return `The identity provider answered with ${codes || 'an empty status'}${words}.${message}`;
}
