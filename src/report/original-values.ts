/** Everything a report could give away: every text and attribute of the messages, and every setting and claim beside them. */

import { visible } from '../diagnosis/show.js';
import { readXml } from '../saml/read-xml.js';
import { visitElements } from '../saml/walk.js';
import type { XmlElement } from '../saml/xml.js';
import { createFingerprints, tellingParts } from './fingerprints.js';
import type { ReportedMessage } from './reported-message.js';
import { isPathWord } from './vocabulary.js';

const NAMES_OF_THINGS = new Set(['Name', 'FriendlyName', 'Version', 'PrefixList']);

export interface OriginalValues {
  /** As they stand in the messages, longest first; those that a report may show as they are left out. */
  readonly whole: readonly string[];
  /** What gives a value away on its own: a mail domain, a host, an account code. Longest first. */
  readonly parts: readonly string[];
}

export function originalValues(messages: readonly ReportedMessage[]): OriginalValues {
  const whole = new Set<string>();
  const parts = new Set<string>();
  const add = (value: string | undefined) => {
    const trimmed = value?.trim() ?? '';
    if (isTelling(trimmed)) whole.add(trimmed).add(visible(trimmed));
    for (const part of tellingParts(trimmed)) if (isTelling(part) && !isPathWord(part)) parts.add(part);
  };
  for (const message of messages) {
    for (const xml of [message.xml, message.request?.xml]) if (xml !== undefined) valuesInXml(xml).forEach(add);
    fromViews(message).forEach(add);
  }
  return { whole: longestFirst(whole), parts: longestFirst(parts) };
}

const longestFirst = (values: ReadonlySet<string>) => [...values].sort((a, b) => b.length - a.length);

const probe = createFingerprints(new Uint8Array(32));

function isTelling(value: string): boolean {
  return value !== '' && probe.of(value) !== value;
}

/** Every text and attribute value of a message, names and markup aside. */
export function valuesInXml(xml: string): string[] {
  const read = readXml(xml);
  if ('problem' in read) return fromBrokenXml(xml);
  const found: string[] = [];
  visitElements(read.document.root, (element) => found.push(...fromElement(element)));
  return found;
}

/** StatusMessage is prose of the IdP's: what is telling in it has a recognisable shape. */
function fromElement(element: XmlElement): string[] {
  const texts = element.children.flatMap((node) => {
    if (typeof node === 'string') return element.localName === 'StatusMessage' ? [] : [node];
    return node.kind === 'comment' ? [node.text] : [];
  });
  return [
    ...element.attributes.filter(({ localName }) => !NAMES_OF_THINGS.has(localName)).map(({ value }) => value),
    ...texts,
  ];
}

/** Text between tags and in quotes; for a message no reader gets through. */
function fromBrokenXml(xml: string): string[] {
  return [...xml.matchAll(/>([^<>]{3,4000})<|="([^"<>]{3,4000})"/g)].map((match) => match[1] ?? match[2] ?? '');
}

function fromViews(message: ReportedMessage): (string | undefined)[] {
  const { response, assertion, claims, received, request, settings, judgedAgainst, diagnosis } = message;
  return [
    response?.id,
    response?.inResponseTo,
    response?.destination,
    response?.issuer,
    assertion?.id,
    assertion?.issuer,
    assertion?.subject?.nameId,
    ...(assertion?.subject?.confirmations ?? []).flatMap(({ recipient, inResponseTo }) => [recipient, inResponseTo]),
    ...(assertion?.conditions?.audiences ?? []),
    assertion?.authn?.sessionIndex,
    ...Object.values(claims).flat(),
    received?.relayState,
    received?.acsUrl,
    ...Object.entries(received?.headers ?? {}).map(([name, value]) => (name === 'host' ? `http://${value}` : value)),
    request?.id,
    request?.destination,
    request?.relayState,
    settings?.entityId,
    settings?.acsUrl,
    settings?.idpEntityId,
    settings?.idpMetadataUrl,
    ...Object.values(judgedAgainst ?? {}),
    ...diagnosis.findings.flatMap(({ expected, actual }) => [expected, actual]).filter(isOneWord),
  ];
}

/** Prose has spaces; a value that was compared has none, and is more than a word. */
function isOneWord(text: string | undefined): boolean {
  return text !== undefined && /^\S{3,}$/.test(text) && /[@/:.\d]/.test(text);
}
