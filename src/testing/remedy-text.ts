import type { Diagnosis } from '../diagnosis/check.js';
import { PLACES } from '../diagnosis/remedies.js';
import { findingText } from './finding-text.js';
import { refusals } from './subject.js';

/** Who has to change something, where, and what; as a finding has it. */
export function remedyLine(place: 'entra/claims' | 'entra/name-id', action: string): string {
  const { who, where } = PLACES[place];
  return `  remedy    ${who}: ${where}: ${action}`;
}

/** Why a value does not count although it is there: what is wrong with the signature. */
export function unverifiedLines(diagnosis: Diagnosis): string[] {
  const reasons = refusals(diagnosis).filter(({ stage }) => stage === 'signature' || stage === 'encryption');
  return [
    '  It does not count: no trusted signature covers it.',
    ...reasons.slice(0, 1).map((finding) => `  ${findingText(finding)}`),
  ];
}
