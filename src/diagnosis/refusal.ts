import type { Diagnosis, Finding } from './check.js';

/** True for a finding that alone keeps a message from being accepted. */
export function isRefusal({ severity, status }: Pick<Finding, 'severity' | 'status'>): boolean {
  return severity === 'error' && (status === 'fail' || status === 'blocked' || status === 'crashed');
}

/** Where nothing failed, and yet a check that decides could not run: the first of those. It is no root cause of anything. */
export function undecided({ accepted, rootCause, findings }: Diagnosis): Finding | undefined {
  return accepted || rootCause !== null ? undefined : findings.find(isRefusal);
}

/** No key of the identity provider is known, so no signature can be judged, whatever the message is like. */
export function lacksTrust({ findings }: Diagnosis): boolean {
  return findings.some(({ missing }) => missing?.includes('trust'));
}
