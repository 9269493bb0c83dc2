import { withRelayState } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const relayStateElsewhere: Fault = {
  id: 'relay-state-elsewhere',
  title: 'RelayState is a URL of another site',
  area: 'correlation',
  kind: 'attack',
  caughtBy: ['relay-state-returned'],
  acceptedByNodeSaml: true,
  form: (form) => withRelayState(form, 'https://evil.example/'),
};
