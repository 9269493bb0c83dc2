import { HarnessError } from '../errors.js';
import type { Memory } from './memory.js';

/** What an error of the database comes to, for whoever runs the harness. */
export type ExplainStoreError = (error: Error & { readonly code?: unknown }) => HarnessError;

/** The same memory, with every failure of its database explained: what was asked for was not done, and may be asked for again. */
export function explainStore(memory: Memory, explain: ExplainStoreError): Memory {
  const explained = <T extends object>(part: T): T =>
    Object.fromEntries(Object.entries(part).map(([name, work]) => [name, guard(work, explain)])) as T;
  const { logins, requests, assertions, record, sessions, documents } = memory;
  return {
    ...memory,
    logins: explained(logins),
    requests: explained(requests),
    assertions: explained(assertions),
    sessions: explained(sessions),
    documents: explained(documents),
    record: guard(record, explain),
  };
}

function guard<A extends unknown[], R>(
  work: (...given: A) => Promise<R>,
  explain: ExplainStoreError,
): (...given: A) => Promise<R> {
  return async (...given) => {
    try {
      return await work(...given);
    } catch (error) {
      throw error instanceof HarnessError ? error : explain(error as Error);
    }
  };
}
