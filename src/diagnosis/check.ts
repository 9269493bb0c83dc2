/** The vocabulary of a diagnosis. A check is a plain object; its words are data, so that CLI, matchers and pages say the same. */

import type { Evidence, Piece } from '../saml/evidence.js';
import type { Expectations } from './expectations.js';
import type { RemedyId } from './remedies.js';

export type Severity = 'error' | 'warning' | 'info';

export const STAGES = [
  'transport',
  'xml',
  'status',
  'assertion',
  'encryption',
  'signature',
  'parties',
  'correlation',
  'subject',
  'conditions',
  'authn',
  'attributes',
  'request',
] as const;
export type Stage = (typeof STAGES)[number];

/** A clause of a standard, or a named source for a rule of Mimecast's or Entra's. */
export interface SpecRef {
  readonly document: string;
  readonly clause: string;
  readonly url?: string;
}

/** What to do, by whom, at which place in which portal. */
export interface Remedy {
  readonly who: 'IdP administrator' | 'SP administrator' | 'developer';
  /** The way through the portal, `>` between its steps. */
  readonly where: string;
  /** One sentence. */
  readonly action: string;
  /** Where the place is documented, and of when: portals move. */
  readonly source?: string;
}

/** Where in the message. */
export interface At {
  readonly line: number;
  readonly column?: number;
  readonly path: string;
}

export interface Failure {
  readonly status: 'fail';
  /** One sentence a tired person understands: what is wrong, with the value that shows it. */
  readonly summary: string;
  readonly expected?: string;
  readonly actual?: string;
  /** The two values under each other with carets below what differs; several lines, for a fixed-width font. */
  readonly difference?: string;
  readonly at?: At;
  /** The likeliest remedy first; the others for the other side. */
  readonly remedies: readonly [Remedy, ...Remedy[]];
  /** A stable name of the distinction within the check, e.g. `trailing-slash`; absent when there is only one. */
  readonly kind?: string;
  /** Raises or lowers this one outcome against the check's own severity, e.g. HMAC within `signature-algorithm-strong`. */
  readonly severity?: Severity;
}

export type Outcome =
  | { readonly status: 'pass'; readonly summary?: string }
  | Failure
  | { readonly status: 'not-applicable'; readonly because: string }
  /** For a check that can judge some messages without these pieces, and this one not. */
  | { readonly status: 'blocked'; readonly missing: readonly Piece[] };

/** A check as it stands in the registry: its words as data, and the function that judges. It reads no clock and never throws. */
export interface CheckDefinition<P extends Piece = Piece> {
  /** The good state, in words with hyphens: `audience-matches`. */
  readonly id: string;
  /** The good state as a short sentence. */
  readonly title: string;
  readonly stage: Stage;
  readonly severity: Severity;
  /** Why it matters: at most three sentences. */
  readonly why: string;
  readonly spec: readonly [SpecRef, ...SpecRef[]];
  /** The pieces of the message it looks at; when one cannot be read, the finding is `blocked`. */
  readonly needs: readonly P[];
  /** What its failures may be, by `kind`: the distinctions it makes, each in a few words. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Every remedy its failures may name, likeliest first. */
  readonly remedies: readonly [RemedyId, ...RemedyId[]];
  /** @param rest every other piece that could be read */
  readonly run: (evidence: Pick<Evidence, P>, expected: Expectations, rest: Partial<Evidence>) => Outcome;
}

/** A check's result as users see it (JSON shape of the public interface). */
export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly stage: Stage;
  readonly severity: Severity;
  readonly status: 'pass' | 'fail' | 'blocked' | 'not-applicable' | 'crashed';
  readonly summary: string;
  readonly kind?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly difference?: string;
  readonly at?: At;
  /** The first of `remedies`. */
  readonly remedy?: Remedy;
  readonly remedies?: readonly Remedy[];
  /** Pieces that could not be read, when blocked. */
  readonly missing?: readonly Piece[];
  readonly spec: readonly SpecRef[];
}

/** What every check makes of one message. */
export interface Diagnosis {
  /** No check of severity error failed, is blocked or crashed. */
  readonly accepted: boolean;
  /** Id of the check that explains the others; null when nothing failed. */
  readonly rootCause: string | null;
  /** One of every check, in the order an administrator should read them. */
  readonly findings: readonly Finding[];
}

/** Types a check by the pieces it needs; erased to the common shape for the registry. */
export function defineCheck<const P extends Piece>(definition: CheckDefinition<P>): CheckDefinition {
  return definition as unknown as CheckDefinition;
}
