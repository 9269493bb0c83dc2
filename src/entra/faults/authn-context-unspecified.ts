import { AUTHN_CONTEXT } from '../../saml/names.js';
import { withAssertion } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const authnContextUnspecified: Fault = {
  id: 'authn-context-unspecified',
  title: 'another AuthnContextClassRef than was asked for',
  area: 'authn',
  kind: 'mistake',
  caughtBy: ['authn-context-as-requested'],
  acceptedByNodeSaml: true,
  plan: (plan) =>
    withAssertion(plan, (assertion) => ({
      ...assertion,
      authnStatement: { ...assertion.authnStatement, contextClassRef: AUTHN_CONTEXT.x509 },
    })),
};
