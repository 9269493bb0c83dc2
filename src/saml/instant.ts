import type { Instant } from './types.js';
import { attribute } from './walk.js';
import type { XmlElement } from './xml.js';

const UTC_DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?Z$/;

/**
 * Reads an xs:dateTime in UTC (SAML core 1.3.3). Fractions of a second beyond milliseconds are cut off.
 *
 * @returns `ms` is absent when the text is anything else: no zone, another zone, no time, a day that does not exist, white space around it.
 */
export function readInstant(text: string): Instant {
  const match = UTC_DATE_TIME.exec(text);
  if (!match) return { text };
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const endOfDay = hour === 24 && minute === 0 && second === 0 && Number(match[7] ?? 0) === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 59) return { text };
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  if (year < 100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { text };
  const milliseconds = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  return { text, ms: midnight + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds };
}

/** The instant an attribute holds; undefined when the attribute is absent. */
export function instantAttribute(element: XmlElement, localName: string): Instant | undefined {
  const text = attribute(element, localName);
  return text === undefined ? undefined : readInstant(text);
}
