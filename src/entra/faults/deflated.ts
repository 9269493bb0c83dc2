import { deflateRawSync } from 'node:zlib';
import { changeMessageBytes } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const deflated: Fault = {
  id: 'deflated',
  title: 'compressed, as only the Redirect binding does',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-decodes'],
  form: (form) => changeMessageBytes(form, (bytes) => deflateRawSync(bytes)),
};
