import { renameField } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const requestField: Fault = {
  id: 'request-field',
  title: 'the response stands in the field SAMLRequest',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-present'],
  form: (form) => renameField(form, 'SAMLRequest'),
};
