import type { AnsweredLogin } from '../../logins/login.js';
import type { StepId } from './steps.js';

/** Which steps a login shows to have been taken. Of Entra's, only what stands under a signature that holds. */
export function shownByLogin(login: AnsweredLogin, isStandIn: boolean): StepId[] {
  const { accepted, flow, user, verified } = login;
  const tested = accepted ? [flow] : [];
  // The stand-in's settings can be looked at; and with it, everything may be as the rehearsal began.
  if (isStandIn) return tested;
  const isPassed = (check: string) =>
    login.diagnosis.findings.some(({ id, status }) => id === check && status === 'pass');
  return [
    ...tested,
    ...(verified ? (['test-user', 'assignment'] as const) : []),
    ...(verified && isPassed('audience-matches') ? (['identifier'] as const) : []),
    ...(verified && isPassed('recipient-matches') ? (['reply-url'] as const) : []),
    ...(verified && user ? (['domain', 'address'] as const) : []),
    ...(verified && user && user.roles.length > 0 ? (['role'] as const) : []),
  ];
}
