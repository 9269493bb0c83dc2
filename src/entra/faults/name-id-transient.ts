import { NAME_ID_FORMAT } from '../../saml/names.js';
import { withNameId } from '../edit-plan.js';
import type { Fault } from '../fault.js';
import { newGuid } from '../guid.js';

export const nameIdTransient: Fault = {
  id: 'name-id-transient',
  title: 'the NameID is transient',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['name-id-format-expected', 'name-id-is-email', 'user-in-directory'],
  acceptedByNodeSaml: true,
  plan: (plan, { random }) => withNameId(plan, { value: newGuid(random), format: NAME_ID_FORMAT.transient }),
};
