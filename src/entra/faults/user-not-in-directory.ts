import { ENTRA_CLAIM } from '../../saml/names.js';
import { withAttributes, withNameId } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const userNotInDirectory: Fault = {
  id: 'user-not-in-directory',
  title: 'an address the service provider does not know',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['user-in-directory'],
  acceptedByNodeSaml: true,
  plan: (plan, { tenant }) => {
    const value = `Nobody.Here@${tenant.domain}`;
    const isName = ({ name }: { readonly name?: string }) =>
      name === ENTRA_CLAIM.emailAddress || name === ENTRA_CLAIM.name;
    return withAttributes(withNameId(plan, { value }), (attributes) =>
      attributes.map((one) => (isName(one) ? { ...one, values: [value] } : one)),
    );
  },
};
