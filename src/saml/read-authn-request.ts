import type { AuthnRequest, NameIdPolicy, RequestedAuthnContext, Scoping } from './authn-request.js';
import { instantAttribute } from './instant.js';
import { NS } from './names.js';
import { present } from './present.js';
import { type MessageProblem, readMessage } from './read-message.js';
import { readNameId, readSubject } from './read-subject.js';
import { attribute, booleanAttribute, child, children, textOf } from './walk.js';
import type { XmlDocument, XmlElement } from './xml.js';

/** Reads a samlp:AuthnRequest. Never throws: a bad one is a problem with a sentence. */
export function readAuthnRequest(
  xml: string,
): { request: AuthnRequest; problem?: never } | { problem: MessageProblem; request?: never } {
  const { document, problem } = readMessage(xml, 'AuthnRequest');
  return document ? { request: readRequest(document) } : { problem };
}

function readRequest(document: XmlDocument): AuthnRequest {
  const element = document.root;
  const issuer = child(element, NS.assertion, 'Issuer');
  const subject = child(element, NS.assertion, 'Subject');
  const policy = child(element, NS.protocol, 'NameIDPolicy');
  const context = child(element, NS.protocol, 'RequestedAuthnContext');
  const scoping = child(element, NS.protocol, 'Scoping');
  return present({
    document,
    element,
    id: attribute(element, 'ID'),
    version: attribute(element, 'Version'),
    issueInstant: instantAttribute(element, 'IssueInstant'),
    destination: attribute(element, 'Destination'),
    consent: attribute(element, 'Consent'),
    assertionConsumerServiceUrl: attribute(element, 'AssertionConsumerServiceURL'),
    assertionConsumerServiceIndex: attribute(element, 'AssertionConsumerServiceIndex'),
    attributeConsumingServiceIndex: attribute(element, 'AttributeConsumingServiceIndex'),
    protocolBinding: attribute(element, 'ProtocolBinding'),
    forceAuthn: booleanAttribute(element, 'ForceAuthn'),
    isPassive: booleanAttribute(element, 'IsPassive'),
    providerName: attribute(element, 'ProviderName'),
    issuer: issuer && readNameId(issuer),
    subject: subject && readSubject(subject),
    nameIdPolicy: policy && readNameIdPolicy(policy),
    hasConditions: child(element, NS.assertion, 'Conditions') !== undefined,
    requestedAuthnContext: context && readRequestedAuthnContext(context),
    scoping: scoping && readScoping(scoping),
    signature: child(element, NS.signature, 'Signature'),
  });
}

function readNameIdPolicy(element: XmlElement): NameIdPolicy {
  return present({
    format: attribute(element, 'Format'),
    spNameQualifier: attribute(element, 'SPNameQualifier'),
    allowCreate: booleanAttribute(element, 'AllowCreate'),
  });
}

function readRequestedAuthnContext(element: XmlElement): RequestedAuthnContext {
  return present({
    comparison: attribute(element, 'Comparison'),
    classRefs: children(element, NS.assertion, 'AuthnContextClassRef').map(textOf),
    declRefs: children(element, NS.assertion, 'AuthnContextDeclRef').map(textOf),
  });
}

function readScoping(element: XmlElement): Scoping {
  const list = child(element, NS.protocol, 'IDPList');
  return present({
    proxyCount: attribute(element, 'ProxyCount'),
    idpList: list ? children(list, NS.protocol, 'IDPEntry').map((entry) => attribute(entry, 'ProviderID') ?? '') : [],
    requesterIds: children(element, NS.protocol, 'RequesterID').map(textOf),
  });
}
