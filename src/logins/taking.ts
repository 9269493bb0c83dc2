import type { AnsweredLogin } from './login.js';
import type { PendingRequests, SeenAssertions } from './pending-requests.js';

/** What is settled together with the record of an answered login. */
export interface Taking {
  readonly at: Date;
  /** The request it answers, and the login that request began: the first answer, good or bad, completes that record. */
  readonly answers?: { readonly requestId: string; readonly loginId: string };
  /** Of an accepted login: true when its request is used up with it. */
  readonly consumes?: boolean;
  /** Of an accepted login: the assertion that may not come again until `forgetAfter`. */
  readonly assertion?: { readonly issuer: string; readonly id: string; readonly forgetAfter: Date };
}

/**
 * Records an answered login and settles what it takes, all or nothing: no crash and no full disk leaves an assertion used up
 * without the login that used it.
 *
 * @returns The login as recorded, under the id of the login it completes; undefined, with nothing changed, when the request or
 *   the assertion had been taken already.
 */
export type RecordLogin = (login: AnsweredLogin, taking: Taking) => Promise<AnsweredLogin | undefined>;

interface Tables {
  readonly requests: PendingRequests;
  readonly assertions: SeenAssertions;
  save(login: AnsweredLogin): Promise<void>;
}

/** The steps, for a store that undoes them when the result is undefined or an error. */
export async function settle(
  { requests, assertions, save }: Tables,
  login: AnsweredLogin,
  { at, answers, consumes, assertion }: Taking,
): Promise<AnsweredLogin | undefined> {
  if (answers && consumes && !(await requests.consume(answers.requestId, at))) return undefined;
  const isFirst = answers !== undefined && (await requests.claimRecord(answers.requestId));
  const recorded = isFirst ? { ...login, id: answers.loginId } : login;
  if (assertion) {
    const { issuer, id, forgetAfter } = assertion;
    if (!(await assertions.remember(issuer, id, recorded.id, at, forgetAfter))) return undefined;
  }
  await save(recorded);
  return recorded;
}
