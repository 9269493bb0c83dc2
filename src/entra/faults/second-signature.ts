import { signElement } from '../../saml/sign.js';
import { forgedId, withExtensions } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const secondSignature: Fault = {
  id: 'second-signature',
  title: 'a further signature, over something in Extensions',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-covers-assertion'],
  acceptedByNodeSaml: true,
  afterSigning: (xml, context) => {
    const thing = `<x:Thing xmlns:x="urn:example:thing" ID="${forgedId(context)}"/>`;
    return withExtensions(xml, signElement(thing, { elementId: forgedId(context), ...context.key }));
  },
};
