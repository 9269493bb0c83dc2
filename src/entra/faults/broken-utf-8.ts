import { changeMessageBytes } from '../edit-form.js';
import type { Fault } from '../fault.js';

export const brokenUtf8: Fault = {
  id: 'broken-utf-8',
  title: 'a byte that is not UTF-8 inside the NameID',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-decodes'],
  form: (form) =>
    changeMessageBytes(form, (bytes) => {
      const at = bytes.indexOf('</NameID>');
      return at < 0 ? bytes : Buffer.concat([bytes.subarray(0, at), Buffer.of(0xff), bytes.subarray(at)]);
    }),
};
