import { withAssertion } from '../edit-plan.js';
import type { Fault } from '../fault.js';
import { guidFor } from '../guid.js';
import { issuerOf } from '../tenant.js';

export const wrongTenant: Fault = {
  id: 'wrong-tenant',
  title: 'the issuer is another tenant',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['response-issuer-matches', 'assertion-issuer-matches'],
  acceptedByNodeSaml: true,
  plan: (plan) => {
    const issuer = { value: issuerOf(guidFor('another tenant')) };
    return withAssertion({ ...plan, issuer }, (assertion) => ({ ...assertion, issuer }));
  },
};
