import { STATUS } from '../../saml/names.js';
import type { Fault } from '../fault.js';

export const statusWithMarkup: Fault = {
  id: 'status-with-markup',
  title: 'an unsigned error whose message holds markup',
  area: 'status',
  kind: 'attack',
  caughtBy: ['status-is-success'],
  plan: (plan) => ({
    ...plan,
    status: { codes: [STATUS.responder], message: '<script>alert(1)</script><img src=x onerror=alert(1)>' },
    assertions: [],
  }),
  signing: (signing) => ({ ...signing, response: false }),
};
