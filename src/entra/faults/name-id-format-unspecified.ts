import { NAME_ID_FORMAT } from '../../saml/names.js';
import { withNameId } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const nameIdFormatUnspecified: Fault = {
  id: 'name-id-format-unspecified',
  title: 'the right address in an unspecified format',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['name-id-format-expected'],
  acceptedByNodeSaml: true,
  plan: (plan) => withNameId(plan, { format: NAME_ID_FORMAT.unspecified }),
};
