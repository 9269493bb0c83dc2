import type { Assignment } from './assignments.js';
import type { ApplicationChange } from './configure.js';
import type { CertificateState } from './signing-certificates.js';
import type { Group, UserDraft } from './user.js';

/** Everything that can be changed of a stand-in, as plain data: kept from one start to the next, or written by hand as a seed. Keys are elsewhere. */
export interface EntraSnapshot {
  /** What differs from the application as it was made; `null` where a setting was taken away. */
  readonly application: ApplicationChange;
  readonly users: readonly UserDraft[];
  /** Groups beside those every tenant has here. */
  readonly groups: readonly Group[];
  readonly assignments: readonly Assignment[];
  readonly certificates: CertificateState;
}
