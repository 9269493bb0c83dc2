import type { Fault } from '../fault.js';

export const logoutResponseInstead: Fault = {
  id: 'logout-response-instead',
  title: 'a LogoutResponse instead of a Response',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['root-is-response'],
  afterSigning: (xml) => xml.replaceAll('samlp:Response', 'samlp:LogoutResponse'),
};
