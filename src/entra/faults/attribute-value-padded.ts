import { ENTRA_CLAIM } from '../../saml/names.js';
import { withAttributes } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const attributeValuePadded: Fault = {
  id: 'attribute-value-padded',
  title: 'an attribute value with white space around it',
  area: 'attributes',
  kind: 'mistake',
  caughtBy: ['attributes-well-formed'],
  acceptedByNodeSaml: true,
  plan: (plan) =>
    withAttributes(plan, (attributes) =>
      attributes.map((one) =>
        one.name === ENTRA_CLAIM.surname ? { ...one, values: one.values.map((value) => ` ${value} `) } : one,
      ),
    ),
};
