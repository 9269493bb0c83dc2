import type { Signature } from './evidence.js';

/** It holds: digest and value fit, a published key made it, and nothing is wrong with its form. */
export function isSound({ digest, value, problems }: Signature): boolean {
  return digest === 'matches' && value === 'verifies' && problems.length === 0;
}
