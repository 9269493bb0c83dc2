import { withNameId } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const userNotInDirectory: Fault = {
  id: 'user-not-in-directory',
  title: 'an address the service provider does not know',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['user-in-directory'],
  plan: (plan, { tenant }) => withNameId(plan, { value: `Nobody.Here@${tenant.domain}` }),
};
