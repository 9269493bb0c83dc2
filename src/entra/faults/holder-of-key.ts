import { CONFIRMATION_METHOD } from '../../saml/names.js';
import { withConfirmation } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const holderOfKey: Fault = {
  id: 'holder-of-key',
  title: 'a SubjectConfirmation that is not bearer',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['bearer-confirmation-present'],
  acceptedByNodeSaml: true,
  plan: (plan) =>
    withConfirmation(plan, (confirmation) => ({ ...confirmation, method: CONFIRMATION_METHOD.holderOfKey })),
};
