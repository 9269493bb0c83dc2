/** The ways a check can end, in one word each. */

import type { Evidence, Piece } from '../saml/evidence.js';
import { locate } from '../saml/locate.js';
import { isWithin } from '../saml/walk.js';
import type { XmlDocument, XmlElement } from '../saml/xml.js';
import type { At, Failure, Outcome, Severity } from './check.js';
import type { Expectations } from './expectations.js';
import type { RemedyId } from './remedies.js';
import { remedy } from './remedy.js';
import { show, visible } from './show.js';

type RemedyCall = RemedyId | readonly [RemedyId, Readonly<Record<string, string>>];

/** Long enough for several thumbprints, short enough for a page. */
const LONGEST_VALUE = 500;

/** Given as a function where it is known before the outcome is: most checks pass, and counting lines is dear. */
export type Where = At | (() => At | undefined) | undefined;

interface FailureSketch {
  readonly kind: string;
  readonly summary: string;
  /** Shown through `show`, so raw values of the message may be given. */
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
  readonly difference?: string | undefined;
  readonly at?: Where;
  readonly severity?: Severity | undefined;
  readonly remedies: readonly [RemedyCall, ...RemedyCall[]];
}

export function fail(expectations: Expectations, sketch: FailureSketch): Failure {
  const { expected, actual, difference, severity } = sketch;
  const at = typeof sketch.at === 'function' ? sketch.at() : sketch.at;
  const wanted = expected === undefined ? undefined : show(expected, LONGEST_VALUE);
  const got = actual === undefined ? undefined : show(actual, LONGEST_VALUE);
  const values = { expected: wanted ?? '', actual: got ?? '' };
  const [first, ...others] = sketch.remedies;
  const resolve = (call: RemedyCall) =>
    typeof call === 'string'
      ? remedy(call, expectations, values)
      : remedy(call[0], expectations, { ...values, ...call[1] });
  return {
    status: 'fail',
    kind: sketch.kind,
    summary: visible(sketch.summary),
    ...(wanted !== undefined && { expected: wanted }),
    ...(got !== undefined && { actual: got }),
    ...(difference !== undefined && { difference }),
    ...(at && { at }),
    ...(severity && { severity }),
    remedies: [resolve(first), ...others.map(resolve)],
  };
}

const PASS: Outcome = Object.freeze({ status: 'pass' });

export function pass(summary?: string): Outcome {
  return summary === undefined ? PASS : { status: 'pass', summary };
}

export function notApplicable(because: string): Outcome {
  return { status: 'not-applicable', because };
}

export function blocked(...missing: readonly Piece[]): Outcome {
  return { status: 'blocked', missing };
}

/** Where an element (or an index into the text) stands in the message. */
export function place(document: XmlDocument, where: XmlElement | number | undefined): At | undefined {
  return where === undefined ? undefined : locate(document, where);
}

/** The same for an element of which it is not known whether it stands in the message or in the decrypted assertion. */
export function placeIn(
  { document, assertionDocument }: Partial<Evidence>,
  element: XmlElement | undefined,
): At | undefined {
  const tree = element && assertionDocument && isWithin(element, assertionDocument.root) ? assertionDocument : document;
  return tree && place(tree, element);
}
