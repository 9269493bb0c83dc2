import { ENTRA_CLAIM } from '../../saml/names.js';
import { withAttributes } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const attributeValueEmpty: Fault = {
  id: 'attribute-value-empty',
  title: 'an attribute with an empty value',
  area: 'attributes',
  kind: 'mistake',
  caughtBy: ['attributes-well-formed'],
  acceptedByNodeSaml: true,
  plan: (plan) =>
    withAttributes(plan, (attributes) =>
      attributes.map((one) => (one.name === ENTRA_CLAIM.surname ? { ...one, values: [''] } : one)),
    ),
};
