import { withNameId } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const nameIdUpn: Fault = {
  id: 'name-id-upn',
  title: 'the NameID is a user name that is not the mail address',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['name-id-is-email', 'user-in-directory'],
  acceptedByNodeSaml: true,
  plan: (plan, { tenant }) => withNameId(plan, { value: `bsimon@${tenant.initialDomain}` }),
};
