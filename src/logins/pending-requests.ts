/** What is remembered between two messages. Asking changes nothing; only an accepted login consumes, and atomically. */

import type { RequestState } from '../diagnosis/expectations.js';

/** How long a request may be answered. */
export const REQUEST_LIFETIME_MS = 10 * 60_000;

export interface PendingRequest {
  readonly id: string;
  readonly loginId: string;
  readonly sentAt: Date;
  readonly expires: Date;
}

/** AuthnRequest ids awaiting an answer. */
export interface PendingRequests {
  add(request: PendingRequest): Promise<void>;
  look(id: string, at: Date): Promise<{ readonly state: RequestState; readonly request?: PendingRequest }>;
  /** True exactly once per id that is pending: two posts of one response, one acceptance. */
  consume(id: string, at: Date): Promise<boolean>;
  /** True exactly once per id: that response, good or bad, completes the record of the login the request began; later ones get their own. */
  claimRecord(id: string): Promise<boolean>;
}

/** Assertion ids that were accepted (SAML profiles 4.1.4.5). */
export interface SeenAssertions {
  look(issuer: string, id: string): Promise<{ readonly acceptedAt: Date; readonly loginId: string } | undefined>;
  /** True exactly once per id until `forgetAfter`. */
  remember(issuer: string, id: string, loginId: string, acceptedAt: Date, forgetAfter: Date): Promise<boolean>;
}
