import { changeAssertion, forgedAssertion } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const xsw4: Fault = {
  id: 'xsw-4',
  title: 'XSW 4: a forged assertion around the signed one',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-covers-assertion', 'structure-as-in-schema', 'one-assertion', 'signature-present'],
  afterSigning: (xml, context) =>
    changeAssertion(xml, (genuine) =>
      forgedAssertion(genuine, context).replace('</Assertion>', () => `${genuine}</Assertion>`),
    ),
};
