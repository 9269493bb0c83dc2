import { NS } from '../../saml/names.js';
import type { Fault } from '../fault.js';

export const saml11Response: Fault = {
  id: 'saml-1-1-response',
  title: 'a Response of SAML 1.1',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['root-is-response'],
  acceptedByNodeSaml: true,
  beforeSigning: (xml) => xml.replace(`"${NS.protocol}"`, `"${NS.saml1Protocol}"`),
};
