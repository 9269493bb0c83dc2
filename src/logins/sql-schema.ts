/** Tables of the SQL stores; times are Unix milliseconds. */

export interface LoginRow {
  readonly id: string;
  readonly state: 'pending' | 'answered';
  readonly accepted: 0 | 1;
  readonly name_id: string | null;
  /** What search finds it by, as in `login_terms`: each term after a line feed. */
  readonly search_text: string;
  /** What arrived, as JSON: never rewritten. */
  readonly received: string | null;
  /** What was made of it, as JSON. */
  readonly outcome: string;
  /** Of the two together. */
  readonly bytes: number;
}

export interface FailedCheckRow {
  readonly login_id: string;
  readonly check_id: string;
}

export interface TermRow {
  readonly term: string;
  readonly login_id: string;
}

/** A login whose words are not in `login_terms` yet. */
export interface UnindexedRow {
  readonly login_id: string;
}

export interface RequestRow {
  readonly id: string;
  readonly login_id: string;
  readonly sent_at: number;
  readonly expires_at: number;
  readonly used_at: number | null;
  /** A response has completed the record of the login this request began. */
  readonly claimed: 0 | 1;
}

export interface AssertionRow {
  readonly issuer: string;
  readonly id: string;
  readonly login_id: string;
  readonly accepted_at: number;
  readonly forget_after: number;
}

export interface SessionRow {
  readonly id: string;
  readonly content: string;
  readonly expires_at: number;
}

export interface DocumentRow {
  readonly name: string;
  readonly content: string;
}

export interface Tables {
  readonly logins: LoginRow;
  readonly failed_checks: FailedCheckRow;
  readonly login_terms: TermRow;
  readonly unindexed: UnindexedRow;
  readonly requests: RequestRow;
  readonly assertions: AssertionRow;
  readonly sessions: SessionRow;
  readonly documents: DocumentRow;
}
