import { changeResponseField } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const urlEncodedTwice: Fault = {
  id: 'url-encoded-twice',
  title: 'the value is URL-encoded once too often',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-decodes'],
  form: (form) => changeResponseField(form, encodeURIComponent),
};
