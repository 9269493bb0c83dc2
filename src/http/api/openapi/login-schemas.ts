/** Shapes of logins and diagnoses, as src/logins/login.ts and src/diagnosis/check.ts have them. */

import { STAGES } from '../../../diagnosis/check.js';
import { flag, instant, listOf, mapOf, object, oneOf, ref, type Schema, text, texts, whole } from './describe.js';

const binding = oneOf('HTTP-POST', 'HTTP-Redirect', 'document');
const flow = oneOf('sp-initiated', 'idp-initiated');
const claims = mapOf(texts, 'Full attribute name → values; always lists.');
const verified: Schema = {
  ...flag,
  description: 'True when claims and NameID stand under a valid signature of a published key.',
};

const judged = {
  'response?': ref('ResponseView'),
  'assertion?': ref('AssertionView'),
  claims,
  verified,
  'signatures?': listOf(ref('SignatureView')),
  'contract?': ref('HeldContract'),
  'secondOpinion?': ref('SecondOpinion'),
};

const base = {
  id: text,
  flow,
  accountCode: text,
  region: text,
  'request?': ref('SentRequest'),
};

export const loginSchemas: Readonly<Record<string, Schema>> = {
  SpecRef: object({ document: text, clause: text, 'url?': text }),
  Remedy: object({
    who: oneOf('IdP administrator', 'SP administrator', 'developer'),
    where: text,
    action: text,
    'source?': text,
  }),
  Finding: object({
    id: text,
    title: text,
    stage: oneOf(...STAGES),
    severity: oneOf('error', 'warning', 'info'),
    status: oneOf('pass', 'fail', 'blocked', 'not-applicable', 'crashed'),
    summary: text,
    'kind?': text,
    'expected?': text,
    'actual?': text,
    'difference?': text,
    'at?': object({ line: whole, 'column?': whole, path: text }),
    'remedy?': ref('Remedy'),
    'remedies?': listOf(ref('Remedy')),
    'missing?': texts,
    spec: listOf(ref('SpecRef')),
  }),
  Diagnosis: object({
    accepted: flag,
    rootCause: { type: ['string', 'null'], description: 'Id of the check that explains the others.' },
    findings: listOf(ref('Finding')),
  }),
  MessageDiagnosis: object({
    accepted: flag,
    rootCause: { type: ['string', 'null'] },
    findings: listOf(ref('Finding')),
    ...judged,
    at: { ...instant, description: 'The instant of judgement.' },
  }),
  SentRequest: object({
    id: text,
    sentAt: instant,
    xml: text,
    destination: text,
    binding: oneOf('HTTP-POST', 'HTTP-Redirect'),
    'relayState?': text,
    'lint?': ref('Finding'),
    'cookies?': listOf(ref('SetCookie')),
  }),
  SetCookie: object(
    { name: text, sameSite: oneOf('Strict', 'Lax', 'None'), secure: flag, 'host?': text, path: text, maxAge: whole },
    'A cookie the service provider set, by its attributes; `maxAge` in seconds.',
  ),
  ReceivedResponse: object({
    at: instant,
    binding,
    'method?': text,
    'samlResponse?': text,
    'relayState?': text,
    'acsUrl?': text,
    'fieldNames?': texts,
    'contentType?': text,
    'oversize?': object({ bytes: whole, limit: whole, 'fields?': whole }),
    'headers?': mapOf(text),
    'cookieNames?': texts,
    'requestId?': text,
  }),
  SettingsSnapshot: object(
    {
      profile: oneOf('mimecast', 'generic'),
      'entityId?': text,
      'acsUrl?': text,
      clockSkewMs: whole,
      unsolicitedResponsesAllowed: flag,
      'idpEntityId?': text,
      idpSigningCertificates: texts,
      'idpMetadataUrl?': text,
    },
    'Everything the verdict depended on.',
  ),
  ResponseView: object({
    'id?': text,
    'inResponseTo?': text,
    'destination?': text,
    'issuer?': text,
    'issueInstant?': text,
    'status?': object({ code: text, 'subCode?': text, 'message?': text }),
  }),
  AssertionView: object({
    'id?': text,
    'issuer?': text,
    'issueInstant?': text,
    'subject?': object({
      'nameId?': text,
      'nameIdFormat?': text,
      confirmations: listOf(
        object({ 'method?': text, 'recipient?': text, 'notOnOrAfter?': text, 'inResponseTo?': text }),
      ),
    }),
    'conditions?': object({ 'notBefore?': text, 'notOnOrAfter?': text, audiences: texts }),
    'authn?': object({ 'instant?': text, 'sessionIndex?': text, 'contextClassRef?': text }),
  }),
  SignatureView: object({ covers: oneOf('assertion', 'response'), algorithm: text, 'digest?': text }),
  HeldContract: object(
    { name: text, 'file?': text, rules: listOf(ref('ContractRule')) },
    'The claim contract the login was held against, rule by rule.',
  ),
  ContractRule: object({
    path: text,
    'line?': whole,
    met: flag,
    expected: text,
    actual: text,
    violations: listOf(
      object({ keys: texts, path: text, 'line?': whole, message: text, expected: text, actual: text }),
    ),
  }),
  SecondOpinion: object({ library: text, accepted: flag, 'reason?': text, 'gap?': text, 'notAsked?': text }),
  MatchedUser: object({ email: text, globalName: text, roles: texts }),
  PendingLogin: object({ state: { const: 'pending' }, accepted: { const: false }, ...base }),
  AnsweredLogin: object({
    state: { const: 'answered' },
    accepted: flag,
    ...base,
    received: ref('ReceivedResponse'),
    settings: ref('SettingsSnapshot'),
    ...judged,
    user: { anyOf: [ref('MatchedUser'), { type: 'null' }] },
    diagnosis: ref('Diagnosis'),
  }),
  Login: { oneOf: [ref('AnsweredLogin'), ref('PendingLogin')] },
  LoginPage: object({
    logins: { ...listOf(ref('Login')), description: 'Newest first.' },
    'next?': { ...text, description: 'Give it as `after` for the page after; absent on the last.' },
  }),
};
