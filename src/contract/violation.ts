import { HarnessError } from '../errors.js';
import type { ContractViolation } from './contract.js';

/** A violation before its keys are written out as a path and looked up in the file. */
export type Violation = Omit<ContractViolation, 'path' | 'line'>;

const MAX_SHOWN = 10;

/** Values as people read them: quoted, a long list cut. */
export function quoted(values: readonly string[]): string {
  if (values.length === 0) return 'nothing';
  const shown = values.slice(0, MAX_SHOWN).map((value) => JSON.stringify(value));
  return values.length > MAX_SHOWN ? `${shown.join(', ')} and ${values.length - MAX_SHOWN} more` : shown.join(', ');
}

export function counted(count: number): string {
  return count === 1 ? '1 value' : `${count} values`;
}

const LONGEST_MATCHED = 4096;

/** The values that do not fit. One longer than any claim has is not tried, and does not: patterns can be slow on purpose. */
export function misfits(values: readonly string[], pattern: string): string[] {
  const expression = expressionOf(pattern);
  return values.filter((value) => value.length > LONGEST_MATCHED || !expression.test(value));
}

function expressionOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch (cause) {
    throw new HarnessError(
      'CONTRACT_INVALID',
      `The pattern "${pattern}" of the contract is no regular expression: ${(cause as Error).message}`,
      'Correct it; in YAML put a pattern in single quotes, so that backslashes stay as they are.',
      { cause },
    );
  }
}
