import { CANONICALIZATION } from '../../saml/names.js';
import { changeReference } from '../edit-signature.js';
import type { Fault } from '../fault.js';

export const inclusiveCanonicalization: Fault = {
  id: 'inclusive-canonicalization',
  title: 'inclusive instead of exclusive canonicalization',
  area: 'signature',
  kind: 'mistake',
  caughtBy: ['signature-reference-sound'],
  signing: (signing) =>
    changeReference(signing, (info) => info.replaceAll(CANONICALIZATION.exclusive, CANONICALIZATION.inclusive)),
};
