import type { Fault } from '../fault.js';

export const idIsNoName: Fault = {
  id: 'id-is-no-name',
  title: 'an ID with characters no name has',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['structure-as-in-schema'],
  acceptedByNodeSaml: true,
  afterSigning: (xml) => xml.replace(/(<samlp:Response) ID="/, `$1 ID="x' or '1`),
};
