import type { Login } from './login.js';
import { loginHintOf } from './login-hint.js';
import { failedChecks, nameIdOf } from './login-query.js';

/** Longer ones are found by their beginning. */
const MAX_TERM = 64;
/** A message may hold any number of words; whoever sends it must not decide how much is written. */
const MAX_TERMS = 1_000;
const MAX_VALUE = 1_000;

/**
 * What free-text search finds a login by: each value it looks at, from the start of every word to the end of the value. A
 * search for the beginning of any of them is a range of an index, however many logins there are.
 */
export function termsOf(login: Login): string[] {
  const terms = new Set<string>();
  for (const value of valuesOf(login)) {
    if (terms.size >= MAX_TERMS) break;
    for (const start of wordStarts(value)) terms.add(value.slice(start, start + MAX_TERM));
  }
  return [...terms].slice(0, MAX_TERMS);
}

/** A search as it is compared with terms; empty when it holds no letter and no digit. */
export function searchedFor(search: string): string {
  const text = plain(search).trimEnd();
  const first = text.search(WORD);
  return first < 0 ? '' : text.slice(first, first + MAX_TERM);
}

const WORD = /[\p{L}\p{N}]/u;

function valuesOf(login: Login): string[] {
  const own = [login.id, login.accountCode, login.request?.id, loginHintOf(login.request)];
  if (login.state === 'pending') return present(own);
  const { response, user, claims } = login;
  return present([
    ...own,
    response?.id,
    nameIdOf(login),
    user?.email,
    user?.globalName,
    ...failedChecks(login),
    ...Object.values(claims).flat(),
  ]);
}

const present = (values: readonly (string | undefined)[]): string[] =>
  values.flatMap((value) => (value === undefined || value === '' ? [] : [plain(value.slice(0, MAX_VALUE))]));

/** PostgreSQL keeps no NUL, and a line feed parts two terms. */
const CONTROL = /[\u0000-\u001f]/g;
const plain = (text: string) => text.toLowerCase().replace(CONTROL, ' ');

/** A word, or an id of Entra's or of a message: those are looked for from their beginning, nobody remembers the middle of one. */
const WORDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[\p{L}\p{N}]+/gu;

function wordStarts(value: string): number[] {
  const starts: number[] = [];
  for (const { index } of value.matchAll(WORDS)) starts.push(index);
  return starts;
}

/** Terms as one text, each after a line feed, so that a pattern can look for the beginning of one. */
export const joined = (terms: readonly string[]): string => terms.map((term) => `\n${term}`).join('');

export const parted = (text: string): string[] => text.split('\n').slice(1);
