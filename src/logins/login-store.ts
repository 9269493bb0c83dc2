import type { Login } from './login.js';

/** Filters of a page of logins; all given ones must hold. */
export interface LoginQuery {
  /** Only accepted ones, or only refused ones; pending ones are neither. */
  readonly accepted?: boolean;
  /** Only logins in which this check failed. */
  readonly failed?: string;
  /** Only logins with exactly this NameID. */
  readonly nameId?: string;
  /** Free text: what an id, user, claim value or failed check begins with, or any word in it. */
  readonly search?: string;
  /** At most this many (1 to 500, default 50). */
  readonly limit?: number;
  /** Cursor from `next` of the page before. */
  readonly after?: string;
}

/** A page of logins. */
export interface LoginPage {
  /** Newest first. */
  readonly logins: readonly Login[];
  /** Cursor for the page after, absent on the last. */
  readonly next?: string;
}

/** How much a store holds. */
export interface StoreSize {
  /** How many. */
  readonly logins: number;
  /** Of their records, without indexes. */
  readonly bytes: number;
}

/** Where logins are kept. Every store keeps the same promises, held by one contract suite. */
export interface LoginStore {
  /** Resolves once the login is safe; saving an id again replaces it (a pending login that was answered). */
  save(login: Login): Promise<void>;
  /** Resolves to undefined when there is none. */
  find(id: string): Promise<Login | undefined>;
  /** One page, newest first. */
  list(query?: LoginQuery): Promise<LoginPage>;
  /** False when there was none. */
  remove(id: string): Promise<boolean>;
  /** Forgets every login, pending ones too. */
  removeAll(): Promise<void>;
  /** Keeps the newest `count`, those since `since`, and the newest that have room in `bytes`; returns how many went. */
  trim(keep: { readonly count?: number; readonly since?: Date; readonly bytes?: number }): Promise<number>;
  /** How much is kept; bytes of the records without indexes. */
  size(): Promise<StoreSize>;
  /** Writes what is still to be written, and lets go of files and connections. */
  close(): Promise<void>;
}
