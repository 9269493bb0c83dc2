import { withRelayState } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const relayStateTooLong: Fault = {
  id: 'relay-state-too-long',
  title: 'RelayState is longer than 80 bytes',
  area: 'correlation',
  kind: 'mistake',
  caughtBy: ['relay-state-returned'],
  acceptedByNodeSaml: true,
  form: (form) => withRelayState(form, 'x'.repeat(81)),
};
