import type { Fault } from '../fault.js';

export const responseWithoutId: Fault = {
  id: 'response-without-id',
  title: 'a Response without ID',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['structure-as-in-schema'],
  acceptedByNodeSaml: true,
  afterSigning: (xml) => xml.replace(/(<samlp:Response) ID="[^"]*"/, '$1'),
};
