import { NS } from '../../saml/names.js';
import type { XmlElement } from '../../saml/xml.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, pass, place } from '../outcomes.js';
import { show } from '../show.js';
import { samlCore, samlProfiles } from '../sources.js';

const kinds = {
  'bare-assertion': 'an Assertion without the Response around it',
  'logout-response': 'the answer to a logout',
  'logout-request': 'a request for logout',
  'authn-request': 'an AuthnRequest: the question, not the answer',
  'saml-1-1': 'SAML 1.1',
  'ws-federation': 'WS-Federation',
  metadata: 'metadata, not a message',
  'foreign-namespace': 'an element named Response in another namespace',
  other: 'something else',
} as const;
type Kind = keyof typeof kinds;

const SENTENCES: Readonly<Record<Kind, string>> = {
  'bare-assertion': 'This is a bare Assertion; the Response around it is missing.',
  'logout-response': 'This is a LogoutResponse, the answer to a logout, not to a login.',
  'logout-request': 'This is a LogoutRequest, not the answer to a login.',
  'authn-request': 'This is an AuthnRequest: the question to the identity provider, not its answer.',
  'saml-1-1': 'This is a SAML 1.1 message; only SAML 2.0 is understood.',
  'ws-federation': 'This is a WS-Federation answer (RequestSecurityTokenResponse), not SAML 2.0 single sign-on.',
  metadata: 'This is SAML metadata, not a message of a login.',
  'foreign-namespace': 'The root is named Response, but it is not in the namespace of SAML 2.0.',
  other: 'This is XML, but not a SAML response.',
};

export const rootIsResponse = defineCheck({
  id: 'root-is-response',
  title: 'The message is a SAML 2.0 Response',
  stage: 'xml',
  severity: 'error',
  why: 'Only a samlp:Response answers a login. An element of the same name in another namespace is another element.',
  spec: [samlCore('3.3.3'), samlProfiles('4.1.4.2')],
  needs: ['document'],
  kinds,
  remedies: ['send-a-response', 'speak-saml-2', 'answer-instead-of-request'],
  run({ document }, expected): Outcome {
    const { root } = document;
    if (root.localName === 'Response' && root.namespace === NS.protocol) return pass();
    const kind = kindOf(root);
    const first =
      kind === 'saml-1-1' || kind === 'ws-federation'
        ? 'speak-saml-2'
        : kind === 'authn-request'
          ? 'answer-instead-of-request'
          : 'send-a-response';
    return fail(expected, {
      kind,
      summary: `${SENTENCES[kind]}${kind === 'other' ? ` Its root is ${show(root.localName, 80)}.` : ''}`,
      expected: `Response in ${NS.protocol}`,
      actual: `${root.localName} in ${root.namespace === '' ? 'no namespace' : root.namespace}`,
      at: place(document, root),
      remedies: [first],
    });
  },
});

function kindOf({ localName, namespace }: XmlElement): Kind {
  if (namespace === NS.saml1Assertion || namespace === NS.saml1Protocol) return 'saml-1-1';
  if (namespace === NS.wsTrust || localName.startsWith('RequestSecurityToken')) return 'ws-federation';
  if (namespace === NS.metadata) return 'metadata';
  if (namespace === NS.assertion && localName === 'Assertion') return 'bare-assertion';
  if (namespace === NS.protocol) {
    const named: Readonly<Record<string, Kind>> = {
      AuthnRequest: 'authn-request',
      LogoutRequest: 'logout-request',
      LogoutResponse: 'logout-response',
    };
    return named[localName] ?? 'other';
  }
  return localName === 'Response' ? 'foreign-namespace' : 'other';
}
