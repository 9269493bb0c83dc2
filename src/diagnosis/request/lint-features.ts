/** What is asked for that Entra does not do. */

import { AUTHN_CONTEXT, BINDING, ENTRA_REQUESTABLE_FORMATS, NS } from '../../saml/names.js';
import { attribute, booleanAttribute, child, children, textOf } from '../../saml/walk.js';
import type { XmlElement } from '../../saml/xml.js';
import { lastSegment, listed, show } from '../show.js';
import type { RequestFault } from './lint.js';

export function lintRefused(root: XmlElement): RequestFault[] {
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

export function lintNameIdPolicy(root: XmlElement): RequestFault[] {
  const policy = child(root, NS.protocol, 'NameIDPolicy');
  const faults: RequestFault[] = [];
  const format = policy && attribute(policy, 'Format');
  if (policy && format !== undefined && !ENTRA_REQUESTABLE_FORMATS.includes(format)) {
    faults.push({
      kind: 'name-id-format',
      aadsts: 75016,
      words: `it asks for the NameID format ${show(lastSegment(format), 80)}, which Entra does not issue`,
      expected: listed(ENTRA_REQUESTABLE_FORMATS.map(lastSegment), 'or'),
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

export function lintContexts(root: XmlElement): RequestFault[] {
  const requested = child(root, NS.protocol, 'RequestedAuthnContext');
  if (!requested) return [];
  const classes = children(requested, NS.assertion, 'AuthnContextClassRef').map((element) => textOf(element).trim());
  const odd = classes.find((uri) => !/^[a-z][a-z0-9+.-]*:/i.test(uri));
  if (odd !== undefined) return [notAUri(odd, requested)];
  const comparison = otherThanExact(requested);
  return booleanAttribute(root, 'ForceAuthn') ? comparison : [...comparison, demanded(classes, requested)];
}

function notAUri(uri: string, element: XmlElement): RequestFault {
  return {
    kind: 'authn-context-not-a-uri',
    aadsts: 7500522,
    words: `it demands the sign-in method ${show(uri, 80)}, which is not a URI`,
    expected: AUTHN_CONTEXT.passwordProtectedTransport,
    actual: uri,
    element,
  };
}

function otherThanExact(element: XmlElement): RequestFault[] {
  const comparison = attribute(element, 'Comparison');
  if (comparison === undefined || comparison === 'exact') return [];
  const words = `it compares sign-in methods by ${show(comparison, 40)}; Entra knows only exact`;
  return [{ kind: 'comparison', aadsts: 75011, words, expected: 'exact', actual: comparison, element }];
}

function demanded(classes: readonly string[], element: XmlElement): RequestFault {
  const names = classes.length === 0 ? ['an unnamed class'] : classes.map((uri) => show(lastSegment(uri), 60));
  return {
    kind: 'authn-context-demanded',
    aadsts: 75011,
    words: `it demands ${listed(names, 'or')} as sign-in method: users who signed in with Windows, a key or a second factor get AADSTS75011`,
    expected: 'no RequestedAuthnContext',
    actual: classes.length === 0 ? 'RequestedAuthnContext' : listed(classes, 'or'),
    element,
  };
}
