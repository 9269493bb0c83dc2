import { changeMessageBytes } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const utf16: Fault = {
  id: 'utf-16',
  title: 'UTF-16 instead of UTF-8',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-decodes'],
  form: (form) => changeMessageBytes(form, (bytes) => Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le')),
};
