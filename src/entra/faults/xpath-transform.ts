import { TRANSFORM } from '../../saml/names.js';
import { impersonate } from '../edit-message.js';
import { changeTransforms } from '../edit-signature.js';
import type { Fault } from '../fault.js';

export const xpathTransform: Fault = {
  id: 'xpath-transform',
  title: 'an XPath transform that takes the content away before it is digested',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-reference-sound'],
  beforeSigning: impersonate,
  signing: (signing) =>
    changeTransforms(
      signing,
      (transforms) => `${transforms}<Transform Algorithm="${TRANSFORM.xpath}"><XPath>not(self::*)</XPath></Transform>`,
    ),
};
