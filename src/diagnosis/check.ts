/** The vocabulary of a diagnosis. A check is a plain object; its words are data, so that CLI, matchers and pages say the same. */

import type { Evidence, Piece } from '../saml/evidence.js';
import type { Expectations } from './expectations.js';
import type { RemedyId } from './remedies.js';

/** `error` keeps a message from being accepted; `warning` and `info` do not. */
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
/** Where in the reading of a message a check stands. */
export type Stage = (typeof STAGES)[number];

/** A clause of a standard, or a named source for a rule of Mimecast's or Entra's. */
export interface SpecRef {
  /** Its name and version: `SAML core 2.0`. */
  readonly document: string;
  /** Section, line or page. */
  readonly clause: string;
  /** Where it can be read. */
  readonly url?: string;
}

/** What to do, by whom, at which place in which portal. */
export interface Remedy {
  /** Whose portal or code it is. */
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
  /** From 1, in the decoded message. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column?: number;
  /** The element, by the names from the root: `/samlp:Response/saml:Assertion`. */
  readonly path: string;
}

/** What a check says of a message that fails it. */
export interface Failure {
  readonly status: 'fail';
  /** One sentence a tired person understands: what is wrong, with the value that shows it. */
  readonly summary: string;
  /** What it should have been, as a value. */
  readonly expected?: string;
  /** What it is, as a value. */
  readonly actual?: string;
  /** The two values under each other with carets below what differs; several lines, for a fixed-width font. */
  readonly difference?: string;
  /** The element it is about. */
  readonly at?: At;
  /** The likeliest remedy first; the others for the other side. */
  readonly remedies: readonly [Remedy, ...Remedy[]];
  /** A stable name of the distinction within the check, e.g. `trailing-slash`; absent when there is only one. */
  readonly kind?: string;
  /** Raises or lowers this one outcome against the check's own severity, e.g. HMAC within `signature-algorithm-strong`. */
  readonly severity?: Severity;
}

/** What a check makes of a message that has the pieces it needs. */
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
  /** Where in the reading of a message it stands. */
  readonly stage: Stage;
  /** Of its failures, unless one of them says otherwise. */
  readonly severity: Severity;
  /** Why it matters: at most three sentences. */
  readonly why: string;
  /** The clauses or sources it comes from; at least one. */
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
  /** Of the check. */
  readonly id: string;
  /** The good state as a short sentence. */
  readonly title: string;
  /** Where in the reading of a message the check stands. */
  readonly stage: Stage;
  /** `error` keeps the message from being accepted when it failed, is blocked or crashed. */
  readonly severity: Severity;
  /** `blocked`: a piece it needs could not be read. `crashed`: a fault of ours, which says nothing of the message. */
  readonly status: 'pass' | 'fail' | 'blocked' | 'not-applicable' | 'crashed';
  /** One sentence: what was found. */
  readonly summary: string;
  /** Which of the distinctions of the check it is, e.g. `trailing-slash`; stable. */
  readonly kind?: string;
  /** What it should have been, as a value. */
  readonly expected?: string;
  /** What it is, as a value. */
  readonly actual?: string;
  /** The two under each other with carets below what differs; several lines, for a fixed-width font. */
  readonly difference?: string;
  /** The element it is about. */
  readonly at?: At;
  /** The first of `remedies`. */
  readonly remedy?: Remedy;
  /** What to do, the likeliest first; those after it for the other side. */
  readonly remedies?: readonly Remedy[];
  /** Pieces that could not be read, when blocked. */
  readonly missing?: readonly Piece[];
  /** The clauses or sources the check comes from. */
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
