import type { Fault } from '../fault.js';

export const truncatedXml: Fault = {
  id: 'truncated-xml',
  title: 'the XML ends in the middle',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['xml-well-formed'],
  afterSigning: (xml) => xml.slice(0, Math.floor(xml.length * 0.8)),
};
