import { changeNameId } from '../edit-message.js';
import { nameIdOf, withNameId } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const processingInstructionInNameId: Fault = {
  id: 'processing-instruction-in-name-id',
  title: 'a processing instruction that hides part of the NameID',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['no-comments-in-values', 'digest-matches'],
  acceptedByNodeSaml: true,
  plan: (plan) => withNameId(plan, { value: `not-${nameIdOf(plan)}` }),
  afterSigning: (xml) => changeNameId(xml, (value) => value.replace(/^not-/, '<?p not-?>')),
};
