import { STATUS } from '../../saml/names.js';
import type { Fault } from '../fault.js';

export const statusAuthnFailed: Fault = {
  id: 'status-authn-failed',
  title: 'the IdP answers that authentication failed, without an assertion',
  area: 'status',
  kind: 'mistake',
  caughtBy: ['status-is-success'],
  plan: (plan) => ({
    ...plan,
    status: { codes: [STATUS.responder, STATUS.authnFailed], message: 'Authentication failed.' },
    assertions: [],
  }),
};
