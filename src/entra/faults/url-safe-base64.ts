import { changeResponseField } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const urlSafeBase64: Fault = {
  id: 'url-safe-base64',
  title: 'the URL-safe alphabet of base64, without padding',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-decodes'],
  form: (form) => changeResponseField(form, (value) => `${Buffer.from(value, 'base64').toString('base64url')}-_`),
};
