import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import type { RemedyId } from '../remedies.js';
import { lintAuthnRequest } from '../request/lint.js';
import { entraErrors, entraSso, samlCore } from '../sources.js';

const kinds = {
  'not-xml': 'it is not XML',
  'not-a-request': 'it is not an AuthnRequest',
  'id-missing': 'no ID',
  'id-not-a-name': 'the ID begins with a digit or holds forbidden characters',
  version: 'another version than 2.0',
  'issue-instant': 'IssueInstant is no date and time in UTC',
  'issuer-missing': 'no Issuer',
  'issuer-is-idp': "the Issuer is the identity provider's own entityID",
  'issuer-not-registered': 'the Issuer is not the Identifier',
  'no-reply-url': 'no URL to answer to',
  'acs-relative': 'AssertionConsumerServiceURL is not absolute',
  'acs-not-registered': 'AssertionConsumerServiceURL is not a Reply URL',
  'acs-http': 'AssertionConsumerServiceURL begins with http://',
  subject: 'it holds a Subject',
  'protocol-binding': 'it asks for another binding than HTTP-POST',
  scoping: 'it uses Scoping',
  'name-id-format': 'a NameID format Entra does not issue',
  'sp-name-qualifier': 'NameIDPolicy with SPNameQualifier',
  'authn-context-not-a-uri': 'a sign-in method that is not a URI',
  comparison: 'Comparison other than exact',
  'authn-context-demanded': 'a sign-in method is demanded (AADSTS75011 ahead)',
} as const;

const REMEDIES: Readonly<Record<string, readonly [RemedyId, ...RemedyId[]]>> = {
  'issuer-not-registered': ['register-identifier', 'mend-request'],
  'acs-not-registered': ['register-reply-url', 'mend-request'],
  'acs-http': ['mind-the-proxy', 'mend-request'],
  'no-reply-url': ['register-reply-url', 'mend-request'],
  comparison: ['drop-authn-context', 'untick-contexts'],
  'authn-context-demanded': ['untick-contexts', 'drop-authn-context'],
  'authn-context-not-a-uri': ['drop-authn-context'],
};
const NAMED = 4;

export const requestAcceptableToEntra = defineCheck({
  id: 'request-acceptable-to-entra',
  title: 'Entra will accept the request',
  stage: 'request',
  severity: 'warning',
  why: 'What Entra refuses in a request never comes back: the user is left on an error page with an AADSTS number. So the request is looked at before it leaves.',
  spec: [entraSso('AuthnRequest'), entraErrors('AADSTS error codes'), samlCore('3.4.1')],
  needs: ['transport'],
  kinds,
  remedies: [
    'mend-request',
    'register-identifier',
    'register-reply-url',
    'untick-contexts',
    'drop-authn-context',
    'mind-the-proxy',
  ],
  run(_, expected): Outcome {
    const { requestXml, registeredIdentifiers, registeredReplyUrls } = expected.correlation;
    if (requestXml === undefined) return notApplicable('There is no request to look at.');
    const { document, faults } = lintAuthnRequest(requestXml, {
      identifiers: registeredIdentifiers,
      replyUrls: registeredReplyUrls,
      idpEntityId: expected.identityProvider.entityId,
    });
    const [first] = faults;
    if (!first) return pass();
    const words = faults
      .slice(0, NAMED)
      .map(({ words, aadsts }) =>
        aadsts === undefined || words.includes('AADSTS') ? words : `${words} (AADSTS${aadsts})`,
      );
    const more = faults.length > NAMED ? `; and ${faults.length - NAMED} more` : '';
    return fail(expected, {
      kind: first.kind,
      summary: `Entra will object to the request: ${words.join('; ')}${more}.`,
      expected: first.expected,
      actual: first.actual,
      difference: first.difference,
      at: document && first.element && place(document, first.element),
      remedies: REMEDIES[first.kind] ?? ['mend-request'],
    });
  },
});
