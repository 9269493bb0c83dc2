import type { Severity } from '../../../diagnosis/check.js';

const TONES: Record<Severity, string> = { error: 'bad', warning: 'warn', info: 'wait' };

/** How grave a failure is, in a word. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return <span class={`severity ${TONES[severity]}`}>{severity}</span>;
}
