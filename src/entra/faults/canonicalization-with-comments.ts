import { CANONICALIZATION } from '../../saml/names.js';
import { changeReference } from '../edit-signature.js';
import type { Fault } from '../fault.js';

export const canonicalizationWithComments: Fault = {
  id: 'canonicalization-with-comments',
  title: 'canonicalization with comments',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-reference-sound'],
  acceptedByNodeSaml: true,
  signing: (signing) =>
    changeReference(signing, (info) =>
      info.replaceAll(CANONICALIZATION.exclusive, CANONICALIZATION.exclusiveWithComments),
    ),
};
