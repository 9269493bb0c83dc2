import type { Finding } from './check.js';

/** True for a finding that alone keeps a message from being accepted. */
export function isRefusal({ severity, status }: Pick<Finding, 'severity' | 'status'>): boolean {
  return severity === 'error' && (status === 'fail' || status === 'blocked' || status === 'crashed');
}
