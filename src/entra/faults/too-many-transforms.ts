import { CANONICALIZATION } from '../../saml/names.js';
import { changeTransforms } from '../edit-signature.js';
import type { Fault } from '../fault.js';

export const tooManyTransforms: Fault = {
  id: 'too-many-transforms',
  title: 'canonicalization stands twice among the transforms',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-reference-sound'],
  signing: (signing) =>
    changeTransforms(signing, (transforms) => `${transforms}<Transform Algorithm="${CANONICALIZATION.exclusive}"/>`),
};
