import type { Fault } from '../fault.js';

export const responseNotSigned: Fault = {
  id: 'response-not-signed',
  title: 'only the assertion is signed, and the service provider wants the response signed',
  area: 'signature',
  kind: 'mistake',
  caughtBy: ['response-signed-when-required'],
  acceptedByNodeSaml: true,
  signing: (signing) => ({ ...signing, assertion: true, response: false }),
};
