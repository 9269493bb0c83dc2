import { createMemoryAssertions, createMemoryRequests } from './memory-state.js';
import { createMemoryStore } from './memory-store.js';
import type { Memory } from './open-sqlite.js';

/** Logins for as long as the process lives. */
export function openMemory(): Memory {
  return { logins: createMemoryStore(), requests: createMemoryRequests(), assertions: createMemoryAssertions() };
}
