import type { Fault } from '../fault.js';

export const responseVersion11: Fault = {
  id: 'response-version-1-1',
  title: 'Version 1.1 on the Response',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['version-is-2-0'],
  acceptedByNodeSaml: true,
  plan: (plan) => ({ ...plan, version: '1.1' }),
};
