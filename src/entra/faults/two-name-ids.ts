import type { Fault } from '../fault.js';

export const twoNameIds: Fault = {
  id: 'two-name-ids',
  title: 'two NameIDs',
  area: 'subject',
  kind: 'attack',
  caughtBy: ['name-id-present', 'structure-as-in-schema'],
  acceptedByNodeSaml: true,
  beforeSigning: (xml, { tenant }) =>
    xml.replace(/(<NameID[^>]*>)[^<]*<\/NameID>/, `$1Adele.Vance@${tenant.domain}</NameID>$&`),
};
