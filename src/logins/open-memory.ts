import { createMemoryDocuments } from './kept-documents.js';
import { createMemorySessions } from './kept-sessions.js';
import type { Memory } from './memory.js';
import { createMemoryAssertions, createMemoryRequests } from './memory-state.js';
import { createMemoryStore } from './memory-store.js';
import { type RecordLogin, settle } from './taking.js';

/** Logins for as long as the process lives. */
export function openMemory(): Memory {
  const kept = { logins: createMemoryStore(), requests: createMemoryRequests(), assertions: createMemoryAssertions() };
  return {
    ...kept,
    record: recordInTurn(kept),
    sessions: createMemorySessions(),
    documents: createMemoryDocuments(),
  };
}

/** Nothing can be undone here: one after the other, and what would fail is known before anything changes. */
function recordInTurn({
  logins,
  requests,
  assertions,
}: Pick<Memory, 'logins' | 'requests' | 'assertions'>): RecordLogin {
  let turn: Promise<unknown> = Promise.resolve();
  return (login, taking) => {
    const recorded = turn.then(async () => {
      const { assertion } = taking;
      if (assertion && (await assertions.look(assertion.issuer, assertion.id))) return undefined;
      return settle({ requests, assertions, save: logins.save }, login, taking);
    });
    turn = recorded.catch(() => undefined);
    return recorded;
  };
}
