import type { Fault } from '../fault.js';

export const sentByGet: Fault = {
  id: 'sent-by-get',
  title: 'the response is sent by GET, in the URL',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-present'],
  delivery: (delivery) => ({ ...delivery, method: 'get' }),
};
