import type { Fault } from '../fault.js';

export const twoConditions: Fault = {
  id: 'two-conditions',
  title: 'two Conditions elements',
  area: 'conditions',
  kind: 'attack',
  caughtBy: ['conditions-understood', 'structure-as-in-schema'],
  beforeSigning: (xml) => xml.replace(/<Conditions .*?<\/Conditions>/s, '$&$&'),
};
