import { STATUS } from '../../saml/names.js';
import type { Fault } from '../fault.js';

export const statusNoPassive: Fault = {
  id: 'status-no-passive',
  title: 'the IdP answers that it cannot sign in silently',
  area: 'status',
  kind: 'mistake',
  caughtBy: ['status-is-success'],
  plan: (plan) => ({ ...plan, status: { codes: [STATUS.responder, STATUS.noPassive] }, assertions: [] }),
};
