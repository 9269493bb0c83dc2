import { withAssertion, withAttributes, without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const nameIdAsAttribute: Fault = {
  id: 'name-id-as-attribute',
  title: 'no NameID, but an attribute called nameID',
  area: 'subject',
  kind: 'attack',
  caughtBy: ['name-id-present'],
  acceptedByNodeSaml: true,
  plan: (plan, { tenant }) => {
    const value = `Adele.Vance@${tenant.domain}`;
    const named = withAttributes(plan, (attributes) => [...attributes, { name: 'nameID', values: [value] }]);
    return withAssertion(named, (assertion) =>
      assertion.subject ? { ...assertion, subject: without(assertion.subject, 'nameId') } : assertion,
    );
  },
};
