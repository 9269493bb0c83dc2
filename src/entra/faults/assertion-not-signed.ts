import type { Fault } from '../fault.js';

export const assertionNotSigned: Fault = {
  id: 'assertion-not-signed',
  title: 'only the response is signed, and the service provider wants the assertion signed',
  area: 'signature',
  kind: 'mistake',
  caughtBy: ['assertion-signed-when-required'],
  acceptedByNodeSaml: true,
  signing: (signing) => ({ ...signing, assertion: false, response: true }),
};
