import { ENTRA_CLAIM } from '../../saml/names.js';
import { withAttributes } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const emailClaimMissing: Fault = {
  id: 'email-claim-missing',
  title: 'no emailaddress claim, as of a user without mail',
  area: 'attributes',
  kind: 'mistake',
  caughtBy: ['claims-satisfy-contract'],
  acceptedByNodeSaml: true,
  plan: (plan) =>
    withAttributes(plan, (attributes) => attributes.filter(({ name }) => name !== ENTRA_CLAIM.emailAddress)),
};
