import type { Fault } from '../fault.js';

export const sentAsPlainText: Fault = {
  id: 'sent-as-plain-text',
  title: 'the form is sent as text/plain',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-present'],
  delivery: (delivery) => ({ ...delivery, enctype: 'text/plain' }),
};
