import type { Finding } from '../../diagnosis/check.js';
import type { Login } from '../../logins/login.js';
import { isOverdue } from './login-words.js';

type Tone = 'good' | 'bad' | 'warn' | 'wait';

const ICONS: Record<Tone, string> = {
  good: 'M2.5 6.5 5 9l4.5-5.5',
  bad: 'M3 3l6 6M9 3 3 9',
  warn: 'M6 2.5v4.5M6 9.2v.4',
  wait: 'M10.5 6a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0M6 3.8v2.4l1.6 1',
};

/** A verdict in a word, with a sign of its own: never by colour alone. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span class={`badge ${tone}`}>
      <Icon tone={tone} />
      {children}
    </span>
  );
}

export function Icon({ tone, size = 12 }: { readonly tone: Tone; readonly size?: number }) {
  return (
    <svg class={`icon ${tone}`} viewBox="0 0 12 12" width={size} height={size} aria-hidden="true">
      <path d={ICONS[tone]} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
    </svg>
  );
}

export interface Verdict {
  readonly tone: Tone;
  readonly word: 'Accepted' | 'Refused' | 'Waiting' | 'No answer';
}

/** @param now without it, a login that waits has waited for any time */
export function verdictOf(login: Login, now?: Date): Verdict {
  if (login.state === 'pending') return { tone: 'wait', word: now && isOverdue(login, now) ? 'No answer' : 'Waiting' };
  return login.accepted ? { tone: 'good', word: 'Accepted' } : { tone: 'bad', word: 'Refused' };
}

const STATUS_WORDS: Record<Finding['status'], string> = {
  pass: 'Passed',
  fail: 'Failed',
  blocked: 'Could not run',
  crashed: 'Broke down',
  'not-applicable': 'Not applicable',
};

/** How one finding is called and coloured: a failed warning is a warning. */
export function findingTone(finding: Finding): { readonly tone: Tone; readonly word: string } {
  const word = STATUS_WORDS[finding.status];
  if (finding.status === 'pass') return { tone: 'good', word };
  if (finding.status === 'blocked' || finding.status === 'not-applicable') return { tone: 'wait', word };
  if (finding.severity === 'error') return { tone: 'bad', word };
  return { tone: 'warn', word: finding.severity === 'warning' ? 'Warning' : 'Note' };
}
