import { withNameId } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const nameIdGuest: Fault = {
  id: 'name-id-guest',
  title: "the NameID is a guest's user name with #EXT#",
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['name-id-is-email', 'user-in-directory'],
  acceptedByNodeSaml: true,
  plan: (plan, { tenant }) => withNameId(plan, { value: `b.simon_fabrikam.com#EXT#@${tenant.initialDomain}` }),
};
