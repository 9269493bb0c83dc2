import { changeResponseField } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const truncatedBase64: Fault = {
  id: 'truncated-base64',
  title: 'the value is cut off',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-decodes'],
  form: (form) => changeResponseField(form, (value) => value.slice(0, Math.floor(value.length / 8) * 4 + 1)),
};
