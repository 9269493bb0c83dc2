/** What Entra ID will object to in an AuthnRequest, before it is sent. */

import { readInstant } from '../saml/instant.js';
import { AUTHN_CONTEXT, BINDING, NAME_ID_FORMAT, NS } from '../saml/names.js';
import { isNcName } from '../saml/nc-name.js';
import { readXml } from '../saml/read-xml.js';
import { attribute, child, children, textOf } from '../saml/walk.js';
import type { XmlDocument, XmlElement } from '../saml/xml.js';
import { difference } from './difference.js';
import { lastSegment, listed, show } from './show.js';

export interface RequestFault {
  readonly kind: string;
  /** The AADSTS number Entra answers with, where it is known. */
  readonly aadsts?: number;
  readonly words: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly difference?: string;
  readonly element?: XmlElement;
}

/** What is known of the application in Entra, as far as it is known. */
export interface RegisteredApplication {
  readonly identifiers?: readonly string[] | undefined;
  readonly replyUrls?: readonly string[] | undefined;
  readonly idpEntityId?: string | undefined;
}

/**
 * Reads a request as Entra would and lists what it would refuse, surest first.
 * Source: Microsoft Entra, single sign-on SAML protocol; the AADSTS articles.
 */
export function lintAuthnRequest(
  xml: string,
  application: RegisteredApplication = {},
): { readonly document?: XmlDocument; readonly faults: readonly RequestFault[] } {
  const { document, problem } = readXml(xml);
  if (!document)
    return { faults: [{ kind: 'not-xml', aadsts: 7500525, words: `it is not well-formed XML: ${problem.message}` }] };
  const { root } = document;
  if (root.localName !== 'AuthnRequest' || root.namespace !== NS.protocol) {
    return {
      document,
      faults: [
        {
          kind: 'not-a-request',
          aadsts: 75005,
          words: `it is ${show(root.localName, 60)}, not an AuthnRequest`,
          element: root,
        },
      ],
    };
  }
  const faults = [
    ...lintIdentity(root),
    ...lintIssuer(root, application),
    ...lintReplyUrl(root, application),
    ...lintRefused(root),
    ...lintNameIdPolicy(root),
    ...lintContexts(root),
  ];
  return { document, faults };
}

function lintIdentity(root: XmlElement): RequestFault[] {
  const faults: RequestFault[] = [];
  const id = attribute(root, 'ID');
  if (id === undefined) faults.push({ kind: 'id-missing', aadsts: 75005, words: 'it has no ID', element: root });
  else if (!isNcName(id)) {
    const why = /^\d/.test(id) ? 'begins with a digit' : 'holds characters an ID must not have';
    faults.push({
      kind: 'id-not-a-name',
      aadsts: 7500529,
      words: `its ID ${show(id, 80)} ${why}`,
      expected: `_${show(id, 60)}`,
      actual: id,
      element: root,
    });
  }
  const version = attribute(root, 'Version');
  if (version !== '2.0')
    faults.push({
      kind: 'version',
      aadsts: 75005,
      words: 'its Version is not 2.0',
      expected: '2.0',
      actual: version ?? 'none',
      element: root,
    });
  const issued = attribute(root, 'IssueInstant');
  if (issued === undefined || readInstant(issued).ms === undefined) {
    faults.push({
      kind: 'issue-instant',
      aadsts: 75005,
      words: 'its IssueInstant is not a date and time in UTC',
      actual: issued ?? 'none',
      element: root,
    });
  }
  return faults;
}

function lintIssuer(root: XmlElement, { identifiers, idpEntityId }: RegisteredApplication): RequestFault[] {
  const element = child(root, NS.assertion, 'Issuer');
  const issuer = element && textOf(element);
  if (!element || !issuer?.trim())
    return [{ kind: 'issuer-missing', aadsts: 75005, words: 'it names no Issuer', element: element ?? root }];
  if (issuer === idpEntityId) {
    return [
      {
        kind: 'issuer-is-idp',
        aadsts: 700016,
        words: `its Issuer is ${show(issuer, 120)}, the entityID of the identity provider itself`,
        actual: issuer,
        element,
      },
    ];
  }
  if (!identifiers || identifiers.length === 0 || identifiers.includes(issuer)) return [];
  const [first = ''] = identifiers;
  const found = difference(first, issuer);
  const words = `its Issuer ${show(issuer, 120)} is not the Identifier of the application${identifiers.length === 1 && found ? `: ${found.words}` : ''}`;
  return [
    {
      kind: 'issuer-not-registered',
      aadsts: 700016,
      words,
      expected: listed(identifiers, 'or'),
      actual: issuer,
      ...(found && { difference: found.marked }),
      element,
    },
  ];
}

function lintReplyUrl(root: XmlElement, { replyUrls }: RegisteredApplication): RequestFault[] {
  const url = attribute(root, 'AssertionConsumerServiceURL');
  if (url === undefined) {
    return replyUrls?.length === 0
      ? [
          {
            kind: 'no-reply-url',
            aadsts: 900971,
            words: 'it names no AssertionConsumerServiceURL, and the application has no Reply URL',
            element: root,
          },
        ]
      : [];
  }
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^/]+/i.test(url)) {
    return [
      {
        kind: 'acs-relative',
        aadsts: 7500511,
        words: `its AssertionConsumerServiceURL ${show(url, 120)} is not an absolute URL`,
        actual: url,
        element: root,
      },
    ];
  }
  if (replyUrls && replyUrls.length > 0 && !replyUrls.some((registered) => isReplyUrl(registered, url))) {
    const [first = ''] = replyUrls;
    const found = difference(first, url);
    const words = `its AssertionConsumerServiceURL ${show(url, 120)} is not a Reply URL of the application${replyUrls.length === 1 && found ? `: ${found.words}` : ''}`;
    return [
      {
        kind: 'acs-not-registered',
        aadsts: 50011,
        words,
        expected: listed(replyUrls, 'or'),
        actual: url,
        ...(found && { difference: found.marked }),
        element: root,
      },
    ];
  }
  if (/^http:\/\//i.test(url) && !/^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/i.test(url)) {
    return [
      {
        kind: 'acs-http',
        aadsts: 50011,
        words: `its AssertionConsumerServiceURL ${show(url, 120)} begins with http://, which Entra lets nobody register except for localhost`,
        actual: url,
        element: root,
      },
    ];
  }
  return [];
}

/** Exact, except that Entra ignores the port of localhost. */
function isReplyUrl(registered: string, url: string): boolean {
  const withoutPort = (text: string) => text.replace(/^(https?:\/\/localhost):\d+/i, '$1');
  return registered === url || withoutPort(registered) === withoutPort(url);
}

function lintRefused(root: XmlElement): RequestFault[] {
  const faults: RequestFault[] = [];
  const subject = child(root, NS.assertion, 'Subject');
  if (subject)
    faults.push({
      kind: 'subject',
      aadsts: 900236,
      words: 'it holds a Subject, which Entra refuses; use login_hint instead',
      element: subject,
    });
  const binding = attribute(root, 'ProtocolBinding');
  if (binding !== undefined && binding !== BINDING.post) {
    faults.push({
      kind: 'protocol-binding',
      aadsts: 75003,
      words: 'it asks for an answer by another binding than HTTP-POST',
      expected: BINDING.post,
      actual: binding,
      element: root,
    });
  }
  const scoping = child(root, NS.protocol, 'Scoping');
  if (
    scoping &&
    (attribute(scoping, 'ProxyCount') !== undefined || scoping.children.some((node) => typeof node !== 'string'))
  ) {
    faults.push({
      kind: 'scoping',
      aadsts: 75006,
      words: 'its Scoping holds ProxyCount, IDPList or RequesterID, which Entra refuses',
      element: scoping,
    });
  }
  return faults;
}

const FORMATS: readonly string[] = [
  NAME_ID_FORMAT.persistent,
  NAME_ID_FORMAT.emailAddress,
  NAME_ID_FORMAT.unspecified,
  NAME_ID_FORMAT.transient,
];

function lintNameIdPolicy(root: XmlElement): RequestFault[] {
  const policy = child(root, NS.protocol, 'NameIDPolicy');
  const faults: RequestFault[] = [];
  const format = policy && attribute(policy, 'Format');
  if (policy && format !== undefined && !FORMATS.includes(format)) {
    faults.push({
      kind: 'name-id-format',
      aadsts: 75016,
      words: `it asks for the NameID format ${show(lastSegment(format), 80)}, which Entra does not issue`,
      expected: listed(FORMATS.map(lastSegment), 'or'),
      actual: format,
      element: policy,
    });
  }
  if (policy && attribute(policy, 'SPNameQualifier') !== undefined) {
    faults.push({
      kind: 'sp-name-qualifier',
      aadsts: 75006,
      words: 'its NameIDPolicy holds SPNameQualifier, which Entra may refuse',
      element: policy,
    });
  }
  return faults;
}

function lintContexts(root: XmlElement): RequestFault[] {
  const requested = child(root, NS.protocol, 'RequestedAuthnContext');
  if (!requested) return [];
  const classes = children(requested, NS.assertion, 'AuthnContextClassRef').map((element) => textOf(element).trim());
  const odd = classes.find((uri) => !/^[a-z][a-z0-9+.-]*:/i.test(uri));
  if (odd !== undefined) {
    return [
      {
        kind: 'authn-context-not-a-uri',
        aadsts: 7500522,
        words: `it demands the sign-in method ${show(odd, 80)}, which is not a URI`,
        expected: AUTHN_CONTEXT.passwordProtectedTransport,
        actual: odd,
        element: requested,
      },
    ];
  }
  const comparison = attribute(requested, 'Comparison');
  const faults: RequestFault[] = [];
  if (comparison !== undefined && comparison !== 'exact') {
    faults.push({
      kind: 'comparison',
      aadsts: 75011,
      words: `it compares sign-in methods by ${show(comparison, 40)}; Entra knows only exact`,
      expected: 'exact',
      actual: comparison,
      element: requested,
    });
  }
  if (attribute(root, 'ForceAuthn') === 'true') return faults;
  const words = `it demands ${listed(
    classes.map((uri) => show(lastSegment(uri), 60)),
    'or',
  )} as sign-in method: users who signed in with Windows, a key or a second factor get AADSTS75011`;
  return [
    ...faults,
    {
      kind: 'authn-context-demanded',
      aadsts: 75011,
      words,
      expected: 'no RequestedAuthnContext',
      actual: listed(classes, 'or'),
      element: requested,
    },
  ];
}
