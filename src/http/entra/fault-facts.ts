import type { Fault } from '../../entra/fault.js';

/** What of a fault is for lists and other programs: no code. */
export function faultFacts(fault: Fault) {
  const { id, title, kind, area, caughtBy } = fault;
  return {
    ...{ id, title, kind, area, caughtBy },
    acceptedByNodeSaml: fault.acceptedByNodeSaml === true,
    needsEarlierLogin: fault.needsEarlierLogin === true,
    needsEncryptionCertificate: fault.needsEncryptionCertificate === true,
  };
}
