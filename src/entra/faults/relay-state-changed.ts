import { withRelayState } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const relayStateChanged: Fault = {
  id: 'relay-state-changed',
  title: 'RelayState comes back changed',
  area: 'correlation',
  kind: 'mistake',
  caughtBy: ['relay-state-returned'],
  acceptedByNodeSaml: true,
  form: (form) => withRelayState(form, 'something-else'),
};
