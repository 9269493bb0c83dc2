import { changeResponseField } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const garbageInBase64: Fault = {
  id: 'garbage-in-base64',
  title: 'characters that are none of base64, which lenient decoders skip',
  area: 'transport',
  kind: 'attack',
  caughtBy: ['message-decodes'],
  form: (form) => changeResponseField(form, (value) => `${value.slice(0, 40)}!*${value.slice(40)}`),
};
