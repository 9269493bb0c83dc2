import { ENTRA_CLAIM } from '../../saml/names.js';
import { withAttributes } from '../edit-plan.js';
import type { Fault } from '../fault.js';
import { guidFor } from '../guid.js';

export const groupsOverage: Fault = {
  id: 'groups-overage',
  title: 'a link instead of the groups, as above 150 of them',
  area: 'attributes',
  kind: 'mistake',
  caughtBy: ['groups-not-overage'],
  acceptedByNodeSaml: true,
  plan: (plan, { tenant }) =>
    withAttributes(plan, (attributes) => [
      ...attributes.filter(({ name }) => name !== ENTRA_CLAIM.groups),
      {
        name: ENTRA_CLAIM.groupsLink,
        values: [`https://graph.windows.net/${tenant.id}/users/${guidFor('user')}/getMemberObjects`],
      },
    ]),
};
