import type { PendingRequest, PendingRequests, SeenAssertions } from './pending-requests.js';

/** More open requests than a person or a test run has; what a flood of login starts may cost is bounded by it. */
const MAX_REQUESTS = 10_000;
const MAX_ASSERTIONS = 100_000;

export function createMemoryRequests(capacity = MAX_REQUESTS): PendingRequests {
  const requests = new Map<string, { readonly request: PendingRequest; used: boolean; claimed: boolean }>();
  const stateOf = (id: string, at: Date) => {
    const entry = requests.get(id);
    if (!entry) return { state: 'unknown' } as const;
    if (entry.used) return { state: 'already-used', request: entry.request } as const;
    return { state: entry.request.expires < at ? 'expired' : 'pending', request: entry.request } as const;
  };
  return {
    async add(request) {
      dropOldest(requests, capacity);
      requests.set(request.id, { request, used: false, claimed: false });
    },
    look: async (id, at) => stateOf(id, at),
    async consume(id, at) {
      const entry = requests.get(id);
      if (!entry || stateOf(id, at).state !== 'pending') return false;
      entry.used = true;
      return true;
    },
    async claimRecord(id) {
      const entry = requests.get(id);
      if (!entry || entry.claimed) return false;
      entry.claimed = true;
      return true;
    },
  };
}

export function createMemoryAssertions(capacity = MAX_ASSERTIONS): SeenAssertions {
  const seen = new Map<string, { readonly acceptedAt: Date; readonly loginId: string; readonly forgetAfter: Date }>();
  const keyOf = (issuer: string, id: string) => JSON.stringify([issuer, id]);
  return {
    look: async (issuer, id) => seen.get(keyOf(issuer, id)),
    async remember(issuer, id, loginId, acceptedAt, forgetAfter) {
      const key = keyOf(issuer, id);
      const known = seen.get(key);
      if (known && known.forgetAfter >= acceptedAt) return false;
      dropOldest(seen, capacity);
      seen.set(key, { acceptedAt, loginId, forgetAfter });
      return true;
    },
  };
}

/** Maps keep the order of insertion: the first key is the oldest. */
function dropOldest(map: Map<string, unknown>, capacity: number): void {
  while (map.size >= capacity) {
    const oldest = map.keys().next();
    if (oldest.done) return;
    map.delete(oldest.value);
  }
}
