import { lacksTrust } from '../diagnosis/refusal.js';
import { show } from '../diagnosis/show.js';
import type { AnsweredLogin, Login } from '../logins/login.js';

/**
 * One login on one line: when, verdict, flow, who, why not.
 *
 * @param isNamed False where the line goes to a file or a collector of logs, which is to hold nobody's name.
 */
export function loginLine(login: Login, isNamed = true): string {
  if (login.state === 'pending') return `${login.request?.sentAt ?? ''}  pending   ${login.flow}`;
  const who = isNamed ? login.assertion?.subject?.nameId : undefined;
  const why = login.diagnosis.rootCause;
  return [
    login.received.at,
    login.accepted ? 'accepted' : 'refused ',
    login.flow,
    ...(who === undefined ? [] : [`${show(who, 80)}${login.verified ? '' : ' (unverified)'}`]),
    ...(why === null ? unjudged(login) : [why]),
  ].join('  ');
}

/** Nothing failed, and yet it was refused. */
function unjudged({ diagnosis }: AnsweredLogin): string[] {
  if (diagnosis.accepted) return [];
  return [
    lacksTrust(diagnosis) ? 'no certificate of the identity provider: import its metadata' : 'not all could be checked',
  ];
}
