import type { Fault } from '../../fault.js';
import { graftedAssertion } from '../grafted-assertion.js';
import { inResponseToDiffers } from '../in-response-to-differs.js';
import { relayStateChanged } from '../relay-state-changed.js';
import { relayStateElsewhere } from '../relay-state-elsewhere.js';
import { relayStateTooLong } from '../relay-state-too-long.js';
import { replayedAssertion } from '../replayed-assertion.js';
import { replayedResponse } from '../replayed-response.js';
import { testRequestId } from '../test-request-id.js';
import { unknownInResponseTo } from '../unknown-in-response-to.js';
import { unsolicited } from '../unsolicited.js';

export const correlationFaults: readonly Fault[] = [
  unknownInResponseTo,
  testRequestId,
  inResponseToDiffers,
  graftedAssertion,
  unsolicited,
  replayedResponse,
  replayedAssertion,
  relayStateChanged,
  relayStateElsewhere,
  relayStateTooLong,
];
