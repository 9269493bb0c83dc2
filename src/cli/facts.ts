/** What a message says, as rows for people. Nothing is judged and nothing is verified. */

import type { ImportedMessage } from '../import/imported-message.js';
import { assertionView, claimsOf, responseView } from '../logins/views.js';
import type { Evidence } from '../saml/evidence.js';
import { NS } from '../saml/names.js';
import { readAuthnRequest } from '../saml/read-authn-request.js';
import { readEvidence } from '../saml/read-evidence.js';
import { readMetadata } from '../saml/read-metadata.js';
import { readAssertion } from '../saml/read-response.js';
import { readXml } from '../saml/read-xml.js';
import { attribute, child, children, textOf } from '../saml/walk.js';

export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
}

/** Rows in the order a person reads them; none for what cannot be read. */
export async function factsOf(message: ImportedMessage, decryptionKeys: readonly string[]): Promise<Fact[]> {
  const { kind, xml } = message;
  const carried = rows([
    ['sent to', message.sentTo],
    ['RelayState', message.received.relayState],
    ['answers', message.request && `the request of ${message.request.source}`],
  ]);
  if (xml === undefined) return carried;
  if (kind === 'request') return [...requestFacts(xml), ...carried];
  if (kind === 'metadata') return metadataFacts(xml);
  if (kind === 'logout') return [...logoutFacts(xml), ...carried];
  const received = { binding: 'document', samlResponse: xml } as const;
  const evidence = await readEvidence(received, { identityProvider: { signingCertificates: [] }, decryptionKeys });
  return [...responseFacts(evidence), ...carried, ...assertionFacts(evidence, kind), ...signatureFacts(evidence)];
}

function responseFacts({ response }: Partial<Evidence>): Fact[] {
  if (!response) return [];
  const { id, inResponseTo, destination, issuer, issueInstant, status } = responseView(response);
  return rows([
    ['ID', id],
    ['in response to', inResponseTo],
    ['issued', issueInstant],
    ['issuer', issuer],
    ['destination', destination],
    ['status', [status?.code, status?.subCode].filter((code) => code !== undefined)],
    ['status message', status?.message],
  ]);
}

function assertionFacts({ assertion, document, encryption }: Partial<Evidence>, kind: ImportedMessage['kind']): Fact[] {
  const read = assertion ?? (kind === 'assertion' && document ? readAssertion(document.root) : undefined);
  if (!read)
    return encryption
      ? rows([['assertion', `encrypted (${encryption.blockAlgorithm ?? 'unknown algorithm'}): ${encryption.outcome}`]])
      : [];
  const { id, issuer, subject, conditions, authn } = assertionView(read);
  return [
    ...rows([
      ['assertion ID', id],
      ['assertion issuer', issuer],
      ['NameID', subject?.nameId],
      ['NameID format', subject?.nameIdFormat],
      ['recipient', subject?.confirmations.flatMap(({ recipient }) => recipient ?? [])],
      ['valid from', conditions?.notBefore],
      ['valid until', conditions?.notOnOrAfter],
      ['audience', conditions?.audiences],
      ['signed in', authn?.instant],
      ['session', authn?.sessionIndex],
      ['by means of', authn?.contextClassRef],
    ]),
    ...Object.entries(claimsOf(read)).map(([name, values]) => ({ label: name, values })),
  ];
}

function signatureFacts({ signatures = [] }: Partial<Evidence>): Fact[] {
  return signatures.map(({ on, element, signatureMethod, embeddedCertificates }) => ({
    label: `signature on ${on === 'elsewhere' ? (element.parent?.localName ?? 'nothing') : on}`,
    values: [
      signatureMethod ?? 'no algorithm',
      ...embeddedCertificates.map(({ thumbprintSha1 }) => `certificate ${thumbprintSha1}`),
    ],
  }));
}

function requestFacts(xml: string): Fact[] {
  const { request } = readAuthnRequest(xml);
  if (!request) return [];
  const context = request.requestedAuthnContext;
  return rows([
    ['ID', request.id],
    ['issued', request.issueInstant?.text],
    ['issuer', request.issuer?.value],
    ['destination', request.destination],
    ['answer to', request.assertionConsumerServiceUrl],
    ['answer by', request.protocolBinding],
    ['NameID format', request.nameIdPolicy?.format],
    ['means of sign-in', context && [`${context.comparison ?? 'exact'}:`, ...context.classRefs]],
    ['ForceAuthn', request.forceAuthn?.toString()],
    ['IsPassive', request.isPassive?.toString()],
    ['signature', request.signature && 'present'],
  ]);
}

function logoutFacts(xml: string): Fact[] {
  const { document } = readXml(xml);
  if (!document) return [];
  const { root } = document;
  const text = (namespace: string, name: string) => children(root, namespace, name).map(textOf);
  const status = child(root, NS.protocol, 'Status');
  return rows([
    ['ID', attribute(root, 'ID')],
    ['in response to', attribute(root, 'InResponseTo')],
    ['issued', attribute(root, 'IssueInstant')],
    ['issuer', text(NS.assertion, 'Issuer')],
    ['destination', attribute(root, 'Destination')],
    ['NameID', text(NS.assertion, 'NameID')],
    ['session', text(NS.protocol, 'SessionIndex')],
    ['status', status && children(status, NS.protocol, 'StatusCode').map((code) => attribute(code, 'Value') ?? '')],
  ]);
}

function metadataFacts(xml: string): Fact[] {
  const { identityProvider, problems, validUntil, entityIds } = readMetadata(xml);
  const certificates = identityProvider?.signingCertificates ?? [];
  return [
    ...rows([
      ['entityID', identityProvider?.entityId ?? entityIds],
      ['valid until', validUntil?.toISOString()],
      [
        'sign-on',
        identityProvider?.singleSignOn?.map(({ binding, location }) => `${location}  (${binding.split(':').at(-1)})`),
      ],
      [
        'logout',
        identityProvider?.singleLogout?.map(({ binding, location }) => `${location}  (${binding.split(':').at(-1)})`),
      ],
    ]),
    ...certificates.map(({ thumbprintSha1, subject, notBefore, notAfter }) => ({
      label: 'certificate',
      values: [thumbprintSha1, subject, `${notBefore.toISOString()} to ${notAfter.toISOString()}`],
    })),
    ...problems.map(({ message }) => ({ label: 'problem', values: [message] })),
  ];
}

type Row = readonly [label: string, value: string | readonly string[] | undefined];

function rows(given: readonly Row[]): Fact[] {
  return given.flatMap(([label, value]) => {
    const values = value === undefined ? [] : typeof value === 'string' ? [value] : value;
    return values.length > 0 ? [{ label, values }] : [];
  });
}
