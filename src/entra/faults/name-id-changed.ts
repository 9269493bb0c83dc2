import { changeNameId } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const nameIdChanged: Fault = {
  id: 'name-id-changed',
  title: 'the NameID was exchanged after signing',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['digest-matches'],
  afterSigning: (xml, { tenant }) =>
    changeNameId(
      xml,
      (value) => (value === `Adele.Vance@${tenant.domain}` ? 'B.Simon' : 'Adele.Vance') + value.replace(/^[^@]*/, ''),
    ),
};
