import type { Instant } from './types.js';
import { attribute } from './walk.js';
import type { XmlElement } from './xml.js';

const UTC_DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]00:00)$/;
const SHORTEST_MONTH = 28;

/**
 * Reads an xs:dateTime in UTC (SAML core 1.3.3). Fractions of a second beyond milliseconds are cut off. `+00:00` is UTC too, and
 * some IdPs write it; every other offset is not.
 *
 * @returns `ms` is absent when the text is anything else: no zone, another zone, no time, a day that does not exist, white space around it.
 */
export function readInstant(text: string): Instant {
  if (!UTC_DATE_TIME.test(text)) return { text };
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return { text };
  const day = Number(text.slice(8, 10));
  return day <= SHORTEST_MONTH || day === dayOf(ms, text) ? { text, ms } : { text };
}

/** A day the month does not have rolls over into the next; so does 24:00:00, which is allowed. */
function dayOf(ms: number, text: string): number {
  return new Date(text.slice(11, 13) === '24' ? ms - 1 : ms).getUTCDate();
}

/** The instant an attribute holds; undefined when the attribute is absent. */
export function instantAttribute(element: XmlElement, localName: string): Instant | undefined {
  const text = attribute(element, localName);
  return text === undefined ? undefined : readInstant(text);
}
