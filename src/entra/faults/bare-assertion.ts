import { assertionIn } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const bareAssertion: Fault = {
  id: 'bare-assertion',
  title: 'the assertion alone, without a Response',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['root-is-response'],
  afterSigning: (xml) => assertionIn(xml) || xml,
};
