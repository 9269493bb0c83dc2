import { TRANSFORM } from '../../saml/names.js';
import { changeTransforms } from '../edit-signature.js';
import type { Fault } from '../fault.js';

export const xsltTransform: Fault = {
  id: 'xslt-transform',
  title: 'an XSLT transform, which is a program',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-reference-sound'],
  signing: (signing) =>
    changeTransforms(signing, (transforms) => `<Transform Algorithm="${TRANSFORM.xslt}"/>${transforms}`),
};
