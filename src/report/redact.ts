/** Reports for other people: values out, verdicts and shapes kept, and a proof that it worked. */

import type { Finding } from '../diagnosis/check.js';
import { mark } from '../diagnosis/difference.js';
import { HarnessError } from '../errors.js';
import { createFingerprints } from './fingerprints.js';
import { leftInOutput, leftInTexts, SEARCHED_ENCODINGS } from './left-over.js';
import { originalValues, valuesInXml } from './original-values.js';
import type { Receipt } from './receipt.js';
import { type RemovedField, removedFields } from './removed-fields.js';
import { createReplacer } from './replace-values.js';
import type { ReportedMessage } from './reported-message.js';
import { xmlSkeleton } from './xml-skeleton.js';

export type Renderer = (messages: readonly ReportedMessage[], receipt?: Receipt) => string;

/**
 * Renders a report without any original value of the messages in it.
 *
 * @param key at least 16 random bytes, for this report only: fingerprints of two reports cannot be compared
 * @throws HarnessError `REDACTION_INCOMPLETE` when an original value is found in the finished report; nothing is returned then
 */
export function renderRedacted(messages: readonly ReportedMessage[], render: Renderer, key: Uint8Array): string {
  const { originals, redacted, receipt } = prepare(messages, key);
  const output = render(redacted, receipt);
  const left = [...leftInTexts(redacted.flatMap(textsOfMessage), originals), ...leftInOutput(output, originals)];
  if (left.length > 0) {
    throw new HarnessError(
      'REDACTION_INCOMPLETE',
      `${left.length} original ${left.length === 1 ? 'value was' : 'values were'} still found in the report, so it was not written.`,
      'Please report this as a fault of saml-rehearsal; with `--no-redact` the report is written with all values in it.',
    );
  }
  return output;
}

/** A pattern of a claim contract spells a mail domain with backslashes: `@contoso\\.com$`. */
function alsoEscaped(replace: (text: string) => string): (text: string) => string {
  return (text) => {
    const plain = text.replace(/\\([.+-])/g, '$1');
    if (plain === text) return replace(text);
    const replaced = replace(plain);
    return replaced === plain ? replace(text) : replaced;
  };
}

/** What a report of this message would not hold, with the originals: for the eyes of whoever is about to share it. */
export function previewRedaction(message: ReportedMessage, key: Uint8Array): RedactionPreview {
  const { replace, receipt } = prepare([message], key);
  return { fields: removedFields(message, replace), receipt };
}

export interface RedactionPreview {
  readonly fields: readonly RemovedField[];
  readonly receipt: Receipt;
}

function prepare(messages: readonly ReportedMessage[], key: Uint8Array) {
  const fingerprints = createFingerprints(key);
  const found = originalValues(messages);
  const originals = [...found.whole, ...found.parts];
  const replace = alsoEscaped(createReplacer(found, fingerprints));
  const redacted = messages.map((message) => redactMessage(message, replace));
  const fields = messages.flatMap((message) => removedFields(message, replace));
  const receipt: Receipt = {
    replaced: fingerprints.counts(),
    fields: fields.map(({ field, name, becomes }) => ({ field: name === undefined ? field : replace(field), becomes })),
    leftOut: LEFT_OUT,
    scan: { values: originals.length, encodings: SEARCHED_ENCODINGS, found: 0 },
  };
  return { originals, replace, redacted, receipt };
}

const LEFT_OUT = [
  'encoded messages',
  'the request as sent',
  'HTTP headers',
  'names of cookies',
  'certificates',
] as const;

/** Keys whose text is ours and says nothing of the message. */
const OURS = new Set([
  'id',
  'title',
  'stage',
  'severity',
  'status',
  'kind',
  'spec',
  'missing',
  'who',
  'rootCause',
  'library',
]);

function redactMessage(message: ReportedMessage, replace: (text: string) => string): ReportedMessage {
  const { xml, received, request: _request, settings, ...rest } = message;
  const skeleton = xml === undefined ? undefined : xmlSkeleton(xml, replace);
  const { samlResponse: _encoded, headers: _headers, cookieNames: _cookies, ...arrival } = received ?? {};
  const { idpSigningCertificates: _certificates, ...set } = settings ?? {};
  const kept = {
    ...rest,
    name: rest.name.slice(Math.max(rest.name.lastIndexOf('/'), rest.name.lastIndexOf('\\')) + 1),
    ...(received && { received: arrival as ReportedMessage['received'] }),
    ...(settings && { settings: { ...set, idpSigningCertificates: [] } }),
  };
  const redacted = replaceIn({ ...kept, diagnosis: undefined }, replace, () => false) as ReportedMessage;
  const replaced = replaceIn(message.diagnosis, replace, (name) => OURS.has(name)) as ReportedMessage['diagnosis'];
  const diagnosis = { ...replaced, findings: replaced.findings.map(withNewDifference) };
  return { ...redacted, diagnosis, ...(skeleton !== undefined && { xml: skeleton }) };
}

/** The marks stand under the letters of the values, and those have changed. */
function withNewDifference({ difference, ...finding }: Finding): Finding {
  const { expected, actual } = finding;
  if (difference === undefined || expected === undefined || actual === undefined || expected === actual) return finding;
  return { ...finding, difference: mark(expected, actual) };
}

/** Every string below, names of claims included. */
function replaceIn(value: unknown, replace: (text: string) => string, isOurs: (key: string) => boolean): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((one) => replaceIn(one, replace, isOurs));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [replace(name), isOurs(name) ? one : replaceIn(one, replace, isOurs)]),
  );
}

/** The texts that may hold something of the message. */
function textsOfMessage({ diagnosis, xml, ...rest }: ReportedMessage): string[] {
  const shown = xml === undefined ? [] : valuesInXml(xml);
  return [...shown, ...textsOf(rest, () => false), ...textsOf(diagnosis, (name) => OURS.has(name))];
}

function textsOf(value: unknown, isOurs: (key: string) => boolean): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, isOurs));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => (isOurs(name) ? [] : textsOf(one, isOurs)));
}
