import { ENTRA_TEST_REQUEST_ID } from '../../saml/names.js';
import { withConfirmationData } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const testRequestId: Fault = {
  id: 'test-request-id',
  title: "InResponseTo is the fixed ID of the portal's test",
  area: 'correlation',
  kind: 'mistake',
  caughtBy: ['in-response-to-known'],
  acceptedByNodeSaml: true,
  plan: (plan) =>
    withConfirmationData({ ...plan, inResponseTo: ENTRA_TEST_REQUEST_ID }, (data) => ({
      ...data,
      inResponseTo: ENTRA_TEST_REQUEST_ID,
    })),
};
