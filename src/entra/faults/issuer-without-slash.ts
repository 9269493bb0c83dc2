import { withAssertion } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const issuerWithoutSlash: Fault = {
  id: 'issuer-without-slash',
  title: 'the issuer lacks the slash at its end',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['response-issuer-matches', 'assertion-issuer-matches'],
  acceptedByNodeSaml: true,
  plan: (plan) => {
    const issuer = { value: (plan.issuer?.value ?? '').replace(/\/$/, '') };
    return withAssertion({ ...plan, issuer }, (assertion) => ({ ...assertion, issuer }));
  },
};
