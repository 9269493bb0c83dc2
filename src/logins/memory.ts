import type { KeptDocuments } from './kept-documents.js';
import type { KeptSessions } from './kept-sessions.js';
import type { LoginStore } from './login-store.js';
import type { PendingRequests, SeenAssertions } from './pending-requests.js';
import type { StoreNews } from './store-news.js';
import type { RecordLogin } from './taking.js';

/** Everything that outlives a request. */
export interface Memory {
  readonly logins: LoginStore;
  readonly requests: PendingRequests;
  readonly assertions: SeenAssertions;
  readonly record: RecordLogin;
  readonly sessions: KeptSessions;
  readonly documents: KeptDocuments;
  /** Of a store that several harnesses share. */
  readonly news?: StoreNews;
}
