import type { LoginRow } from './sql-schema.js';

/** Which file the thread opens, and how. */
export interface Opening {
  /** File, or `:memory:`. */
  readonly path: string;
  /** Settings of the connection, once it is known that the file is ours. */
  readonly pragmas: readonly string[];
  /** The statement that writes a login, whose values come in the order of `LOGIN_COLUMNS`. */
  readonly saveLogin: string;
}

/** A login as it is written; `values` are those of `LOGIN_COLUMNS`, in their order. */
export interface WrittenLogin {
  readonly id: string;
  readonly values: readonly LoginRow[keyof LoginRow][];
  readonly failed: readonly string[];
}

/** What recording a login settles, as `Taking`; times are Unix milliseconds. */
export interface Recording {
  readonly login: WrittenLogin;
  /** It is the record of the login that its request began: only the first answer to a request is. */
  readonly completes: boolean;
  readonly at: number;
  readonly requestId?: string;
  readonly consumes: boolean;
  readonly assertion?: { readonly issuer: string; readonly id: string; readonly forgetAfter: number };
}

/**
 * Nothing was changed but by `recorded`. `taken`: the request or the assertion had been taken already; `completed-before`: another
 * answer has completed the record of the login that the request began.
 */
export type Recorded = 'taken' | 'completed-before' | 'recorded';

export interface WrittenSession {
  readonly id: string;
  readonly content: string;
  readonly expires: number;
}

/** Sessions to be written, and the instant they are of: what has expired by then is forgotten now and then. */
export interface SessionsGiven {
  readonly sessions: readonly WrittenSession[];
  readonly now: number;
}

/** Everything the thread does, one after the other. Each throws what SQLite does, with its result code. */
export interface Works {
  /** `migrated`: names of the migrations it has behind it. */
  open(given: Opening): {
    readonly isOurs: boolean;
    readonly tables: readonly string[];
    readonly migrated: readonly string[];
  };
  query(given: { readonly sql: string; readonly parameters: readonly unknown[] }): {
    readonly rows: readonly unknown[];
    readonly changes: number;
  };
  /** Of a transaction that is under way; nothing otherwise. */
  rollback(given: undefined): void;
  /** All of them in one transaction, with the sessions that wait to be written. */
  record(given: { readonly recordings: readonly Recording[]; readonly beside?: SessionsGiven }): readonly Recorded[];
  writeSessions(given: SessionsGiven): void;
  /** @returns How many logins were indexed: up to as many as given. */
  index(atOnce: number): number;
  /** From the log beside the file into the file. */
  writeHome(given: undefined): void;
  close(given: undefined): void;
}
