import type { Finding } from '../../diagnosis/check.js';
import type { AnsweredLogin, PendingLogin, SentRequest } from '../../logins/login.js';
import type { Evidence, ReceivedMessage } from '../../saml/evidence.js';
import type { Certificate } from '../../saml/parties.js';
import type { readXml as ReadXml } from '../../saml/read-xml.js';
import type { XmlLimits } from '../../saml/xml.js';
import { certificatesOf } from './certificates-of.js';
import { type Place, type XmlSource, type XmlView, xmlViews } from './xml-view.js';

/** What is made of a recorded message for showing it: read again from the bytes that arrived, never stored. */
export interface Reading {
  readonly evidence: Partial<Evidence>;
  readonly publishedCertificates: readonly Certificate[];
  readonly views: readonly XmlView[];
  placeOf(finding: Finding): Place | undefined;
}

/** Reads a login's message again, with the settings it was judged by. A bad message gives a poorer reading, never an error. */
export async function readLogin(
  login: AnsweredLogin,
  decryptionKeys: readonly string[],
  limits?: XmlLimits,
): Promise<Reading> {
  const [{ readEvidence }, { readXml }] = await Promise.all([
    import('../../saml/read-evidence.js'),
    import('../../saml/read-xml.js'),
  ]);
  const publishedCertificates = await certificatesOf(login.settings.idpSigningCertificates);
  const identityProvider = { signingCertificates: publishedCertificates };
  const evidence = await readEvidence(messageOf(login), { identityProvider, decryptionKeys }, limits);
  const sources: XmlSource[] = [];
  const { text, document, assertionDocument } = evidence;
  if (text !== undefined) {
    sources.push({ name: 'response', title: 'Response', text, ...(document && { document }) });
  }
  if (assertionDocument && assertionDocument !== document) {
    const title = 'Assertion, decrypted';
    sources.push({ name: 'assertion', title, text: assertionDocument.text, document: assertionDocument });
  }
  if (login.request) sources.push(requestSource(login.request, readXml));
  return {
    evidence,
    publishedCertificates,
    ...xmlViews(sources, login.diagnosis.findings, evidence.signatures ?? []),
  };
}

/** The request of a login that has no answer yet, with what Entra will object to in it. */
export async function readRequest({ request }: PendingLogin): Promise<Pick<Reading, 'views' | 'placeOf'>> {
  const { readXml } = await import('../../saml/read-xml.js');
  const sources = request ? [requestSource(request, readXml)] : [];
  return xmlViews(sources, request?.lint ? [request.lint] : [], []);
}

function requestSource({ xml }: SentRequest, readXml: typeof ReadXml): XmlSource {
  const { document } = readXml(xml);
  return { name: 'request', title: 'Request', text: xml, ...(document && { document }) };
}

/** The message as it reached us, for reading it once more. */
export function messageOf({ received }: AnsweredLogin): ReceivedMessage {
  const { binding, method, samlResponse, relayState, fieldNames, oversize, contentType } = received;
  return {
    binding,
    ...(method !== undefined && { method }),
    ...(samlResponse !== undefined && { samlResponse }),
    ...(relayState !== undefined && { relayState }),
    ...(fieldNames !== undefined && { fieldNames }),
    ...(oversize !== undefined && { oversize }),
    ...(contentType !== undefined && { contentType }),
  };
}
