import type { Fault } from '../fault.js';

export const valuesPadded: Fault = {
  id: 'values-padded',
  title: 'a template put white space into the assertion after it was signed',
  area: 'signature',
  kind: 'mistake',
  caughtBy: ['digest-matches'],
  afterSigning: (xml) => xml.replace('<AttributeStatement>', '<AttributeStatement>\n  '),
};
