import { changeResponseField } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const rawXml: Fault = {
  id: 'raw-xml',
  title: 'raw XML instead of base64',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-decodes'],
  form: (form) => changeResponseField(form, (value) => Buffer.from(value, 'base64').toString('utf8')),
};
