import type { Fault } from '../fault.js';

export const unknownCondition: Fault = {
  id: 'unknown-condition',
  title: 'a condition nobody knows',
  area: 'conditions',
  kind: 'attack',
  caughtBy: ['conditions-understood'],
  acceptedByNodeSaml: true,
  beforeSigning: (xml) =>
    xml.replace(
      '</Conditions>',
      '<Condition xsi:type="x:OnlyOnMondays" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:x="urn:example:conditions"/></Conditions>',
    ),
};
