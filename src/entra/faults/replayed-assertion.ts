import { assertionIn, replaceAssertion } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const replayedAssertion: Fault = {
  id: 'replayed-assertion',
  title: 'the assertion of the login before in a new Response',
  area: 'correlation',
  kind: 'attack',
  caughtBy: ['in-response-to-consistent', 'assertion-not-replayed'],
  needsEarlierLogin: true,
  afterSigning: (xml, { earlierForm = [] }) => {
    const [, earlier = ''] = earlierForm.find(([name]) => name === 'SAMLResponse') ?? [];
    const assertion = assertionIn(Buffer.from(earlier, 'base64').toString('utf8'));
    return assertion === '' ? xml : replaceAssertion(xml, assertion);
  },
};
