import type { Fault } from '../fault.js';
import { assertionFaults } from './areas/assertion.js';
import { attributesFaults } from './areas/attributes.js';
import { authnFaults } from './areas/authn.js';
import { conditionsFaults } from './areas/conditions.js';
import { correlationFaults } from './areas/correlation.js';
import { encryptionFaults } from './areas/encryption.js';
import { partiesFaults } from './areas/parties.js';
import { signatureFaults } from './areas/signature.js';
import { statusFaults } from './areas/status.js';
import { subjectFaults } from './areas/subject.js';
import { transportFaults } from './areas/transport.js';
import { xmlFaults } from './areas/xml.js';

/**
 * Every deliberate defect the stand-in can make, in the order in which faults that are combined are applied: `id`, `title`, the checks it
 * is `caughtBy`. `signIn({ faults: [id] })`, `createResponse` and `probe` take the ids. `docs/reference/faults.md` is made from it.
 */
export const faults: readonly Fault[] = [
  ...transportFaults,
  ...xmlFaults,
  ...statusFaults,
  ...assertionFaults,
  ...encryptionFaults,
  ...signatureFaults,
  ...partiesFaults,
  ...correlationFaults,
  ...subjectFaults,
  ...conditionsFaults,
  ...authnFaults,
  ...attributesFaults,
];
