import { withNameId } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const emptyNameId: Fault = {
  id: 'empty-name-id',
  title: 'an empty NameID',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['name-id-present'],
  acceptedByNodeSaml: true,
  plan: (plan) => withNameId(plan, { value: '' }),
};
