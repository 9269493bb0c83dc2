import { renameField } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const wrongFieldName: Fault = {
  id: 'wrong-field-name',
  title: 'the field is called SamlResponse',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-present'],
  form: (form) => renameField(form, 'SamlResponse'),
};
