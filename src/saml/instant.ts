import type { Instant } from './types.js';
import { attribute } from './walk.js';
import type { XmlElement } from './xml.js';

const UTC_DATE_TIME = /^\d{4}-\d\d-(\d\d)T(\d\d):\d\d:\d\d(?:\.\d+)?(?:Z|[+-]00:00)$/;

/**
 * Reads an xs:dateTime in UTC (SAML core 1.3.3). Fractions of a second beyond milliseconds are cut off. `+00:00` is UTC too, and
 * some IdPs write it; every other offset is not.
 *
 * @returns `ms` is absent when the text is anything else: no zone, another zone, no time, a day that does not exist, white space around it.
 */
export function readInstant(text: string): Instant {
  const match = UTC_DATE_TIME.exec(text);
  if (!match) return { text };
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return { text };
  // A day the month does not have rolls over into the next; so does 24:00:00, which is allowed.
  const day = new Date(match[2] === '24' ? ms - 1 : ms).getUTCDate();
  return day === Number(match[1]) ? { text, ms } : { text };
}

/** The instant an attribute holds; undefined when the attribute is absent. */
export function instantAttribute(element: XmlElement, localName: string): Instant | undefined {
  const text = attribute(element, localName);
  return text === undefined ? undefined : readInstant(text);
}
