import type { Fault } from '../fault.js';

export const twoConditions: Fault = {
  id: 'two-conditions',
  title: 'two Conditions elements',
  area: 'conditions',
  kind: 'attack',
  caughtBy: ['conditions-understood'],
  beforeSigning: (xml) => xml.replace(/<Conditions .*?<\/Conditions>/s, '$&$&'),
};
