import type { Fault } from '../fault.js';

export const twoNameIds: Fault = {
  id: 'two-name-ids',
  title: 'two NameIDs',
  area: 'subject',
  kind: 'attack',
  caughtBy: ['name-id-present'],
  beforeSigning: (xml, { tenant }) => xml.replace(/<NameID/, `<NameID>Adele.Vance@${tenant.domain}</NameID>$&`),
};
