import type { Fault } from '../fault.js';

export const idBeginsWithDigit: Fault = {
  id: 'id-begins-with-digit',
  title: 'IDs that begin with a digit, as bare GUIDs do',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['structure-as-in-schema'],
  acceptedByNodeSaml: true,
  plan: (plan) => ({ ...plan, id: `1${(plan.id ?? '').slice(2)}` }),
};
