import { createHash } from 'node:crypto';
import { NAME_ID_FORMAT } from '../../saml/names.js';
import { nameIdOf, withNameId } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const nameIdOpaque: Fault = {
  id: 'name-id-opaque',
  title: 'the NameID is an opaque persistent identifier',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['name-id-is-email', 'user-in-directory', 'name-id-format-expected'],
  acceptedByNodeSaml: true,
  plan: (plan) =>
    withNameId(plan, {
      value: createHash('sha256').update(nameIdOf(plan)).digest('base64url'),
      format: NAME_ID_FORMAT.persistent,
    }),
};
