import { STATUS } from '../../saml/names.js';
import type { Fault } from '../fault.js';

export const statusWithAssertion: Fault = {
  id: 'status-with-assertion',
  title: 'an error status beside a validly signed assertion',
  area: 'status',
  kind: 'attack',
  caughtBy: ['status-is-success'],
  acceptedByNodeSaml: true,
  plan: (plan) => ({ ...plan, status: { codes: [STATUS.responder] } }),
};
