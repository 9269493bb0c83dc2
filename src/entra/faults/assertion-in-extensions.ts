import { assertionIn, replaceAssertion, withExtensions } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const assertionInExtensions: Fault = {
  id: 'assertion-in-extensions',
  title: 'the only assertion stands inside Extensions',
  area: 'assertion',
  kind: 'attack',
  caughtBy: ['one-assertion'],
  afterSigning: (xml) => withExtensions(replaceAssertion(xml, ''), assertionIn(xml)),
};
