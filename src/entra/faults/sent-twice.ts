import type { Fault } from '../fault.js';

export const sentTwice: Fault = {
  id: 'sent-twice',
  title: 'the field SAMLResponse is sent twice',
  area: 'transport',
  kind: 'attack',
  caughtBy: ['message-present'],
  form: (form) => form.flatMap((field) => (field[0] === 'SAMLResponse' ? [field, field] : [field])),
};
