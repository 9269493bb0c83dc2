import { changeResponseField } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const emptyValue: Fault = {
  id: 'empty-value',
  title: 'the field SAMLResponse is empty',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-present'],
  form: (form) => changeResponseField(form, () => ''),
};
