import { HarnessError } from '../../errors.js';
import type { Fault } from '../fault.js';

/** Every deliberate defect the stand-in can make. */
export const faults: readonly Fault[] = [];

/** @throws HarnessError `FAULT_UNKNOWN`. */
export function findFaults(ids: readonly string[]): readonly Fault[] {
  return ids.map((id) => {
    const fault = faults.find((known) => known.id === id);
    if (fault) return fault;
    throw new HarnessError(
      'FAULT_UNKNOWN',
      `There is no fault "${id.slice(0, 60)}".`,
      'GET /api/v1/faults at the stand-in, or `saml-rehearsal faults`, lists them.',
    );
  });
}
