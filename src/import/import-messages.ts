/** One door for everything people have: finds the messages in it, says what each is, and joins request and response. */

import { readXml } from '../saml/read-xml.js';
import { bytesToText } from './bytes-to-text.js';
import { readFields, sightingFromFields } from './form-fields.js';
import { sightingsInText } from './free-text.js';
import { sightingsFromPage, wordsOnPage } from './from-page.js';
import { sightingFromUrl } from './from-url.js';
import type { ImportedMessage, Sighting } from './imported-message.js';
import { messagesInJson } from './json-container.js';
import { isLooseValue, looseValue, looseXml } from './loose-value.js';
import { hintFor, hintForPage, isPem } from './not-a-message.js';
import { looksLikeXml, peekRoot, peekText } from './peek.js';
import { recognise } from './recognise.js';

const PAGE_TAGS = /^(html|head|body|form|input|div|title|meta|script|noscript|p)$/i;

/**
 * Finds SAML messages in raw XML, base64, URL-encoded forms, full URLs, HAR files, SAML-tracer exports, login records,
 * pages with a posting form, and texts that contain one of these.
 *
 * Never throws. The answer is never empty: an input without a message yields one of kind `unknown` with a hint.
 * @param input bytes of a file, or text
 * @param name what to call it in `source`, e.g. the file name
 */
export function importMessages(input: Uint8Array | string, name = 'input'): ImportedMessage[] {
  const { text, repairs } = bytesToText(input);
  const sightings = sightingsIn(text, name);
  const found = sightings.length > 0 ? sightings : [nothingFound(text, name)];
  return recognise(found.map((sighting) => ({ ...sighting, repairs: [...repairs, ...(sighting.repairs ?? [])] })));
}

function sightingsIn(text: string, source: string): Sighting[] {
  const trimmed = text.trim();
  if (isPem(trimmed)) return [];
  if (/^[[{]/.test(trimmed)) {
    const fromJson = messagesInJson(trimmed, source);
    if (fromJson) return fromJson;
  }
  if (looksLikeXml(text)) {
    if (PAGE_TAGS.test(peekRoot(text)?.localName ?? '')) return sightingsFromPage(text, source);
    return severalDocuments(text, source) ?? [looseXml(text, source)];
  }
  if (/^&lt;/.test(trimmed)) return [looseXml(text, source)];
  if (/^https?:\/\/\S+$/.test(trimmed)) return present(sightingFromUrl(trimmed, source));
  if (/^(?:[\w.-]+=[^\s&]*&)*(?:SAML(?:Response|Request)|wresult)=/.test(trimmed)) return fromBody(trimmed, source);
  const shown = /^SAML(?:Response|Request)\s*:\s*(\S[\s\S]*)$/.exec(trimmed)?.[1];
  if (shown !== undefined && isLooseValue(shown)) return [looseValue(shown, source)];
  if (isLooseValue(trimmed)) return severalValues(text, source);
  return sightingsInText(text, source);
}

function fromBody(body: string, source: string): Sighting[] {
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  const several =
    lines.length > 1 && lines.every((line) => /^(?:[\w.-]+=[^\s&]*&)*SAML(?:Response|Request)=/.test(line));
  const bodies = several ? lines : [lines.join('')];
  return bodies.flatMap((one, index) => {
    const sighting = sightingFromFields(readFields(one), {
      source: several ? `${source}, line ${index + 1}` : source,
      binding: 'HTTP-POST',
    });
    const wrapped = !several && lines.length > 1;
    return present(
      sighting && { ...sighting, repairs: wrapped ? ['Line breaks inside the form body were removed.'] : [] },
    );
  });
}

/** One value wrapped over lines, or one value per line. */
function severalValues(text: string, source: string): Sighting[] {
  const lines = text
    .trim()
    .split(/\s*\r?\n\s*/)
    .filter((line) => line !== '');
  const isWhole = (line: string) => peekText(looseValue(line, source).received.samlResponse ?? '') !== undefined;
  if (lines.length < 2 || !lines.every(isWhole)) return [looseValue(text, source)];
  return lines.map((line, index) => looseValue(line, `${source}, line ${index + 1}`));
}

/** A request and its response, one below the other. What is one document, or could be one spoilt document, stays one. */
function severalDocuments(text: string, source: string): Sighting[] | undefined {
  if (!('problem' in readXml(text))) return undefined;
  const found = sightingsInText(text, source);
  const isWhole = ({ received: { samlResponse = '' } }: Sighting) =>
    !looksLikeXml(samlResponse) || !('problem' in readXml(samlResponse));
  return found.length > 1 && found.every(isWhole) ? found : undefined;
}

function nothingFound(text: string, source: string): Sighting {
  const isPage = looksLikeXml(text) && PAGE_TAGS.test(peekRoot(text)?.localName ?? '');
  return {
    source,
    received: { binding: 'HTTP-POST', samlResponse: text.trim() },
    hint: isPage ? hintForPage(wordsOnPage(text)) : hintFor(text),
  };
}

const present = (sighting: Sighting | undefined): Sighting[] => (sighting ? [sighting] : []);
