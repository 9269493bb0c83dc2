import type { Fault } from '../fault.js';

export const replayedResponse: Fault = {
  id: 'replayed-response',
  title: 'the response of the login before, once more',
  area: 'correlation',
  kind: 'attack',
  caughtBy: ['in-response-to-known', 'assertion-not-replayed'],
  acceptedByNodeSaml: true,
  needsEarlierLogin: true,
  form: (form, { earlierForm }) => earlierForm ?? form,
};
