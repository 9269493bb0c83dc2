import { changeResponseField } from '../edit-form.js';
import type { Fault } from '../fault.js';

/** Not every message happens to have one. */
function withPlus(value: string): string {
  return value.includes('+') ? value : Buffer.from(`${Buffer.from(value, 'base64')}\n<!-->>>-->`).toString('base64');
}

export const plusBecomesSpace: Fault = {
  id: 'plus-becomes-space',
  title: 'every + of the base64 has become a space',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-decodes'],
  form: (form) => changeResponseField(form, (value) => withPlus(value).replaceAll('+', ' ')),
};
