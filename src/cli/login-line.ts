import { show } from '../diagnosis/show.js';
import type { Login } from '../logins/login.js';

/** One login on one line: when, verdict, flow, who, why not. */
export function loginLine(login: Login): string {
  if (login.state === 'pending') return `${login.request?.sentAt ?? ''}  pending   ${login.flow}`;
  const who = login.assertion?.subject?.nameId;
  const why = login.diagnosis.rootCause;
  return [
    login.received.at,
    login.accepted ? 'accepted' : 'refused ',
    login.flow,
    ...(who === undefined ? [] : [`${show(who, 80)}${login.verified ? '' : ' (unverified)'}`]),
    ...(why === null ? [] : [why]),
  ].join('  ');
}
