import { NS } from '../../saml/names.js';
import type { Fault } from '../fault.js';

export const responseInForeignNamespace: Fault = {
  id: 'response-in-foreign-namespace',
  title: 'a Response in a namespace that is not SAML',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['root-is-response'],
  acceptedByNodeSaml: true,
  beforeSigning: (xml) => xml.replace(`"${NS.protocol}"`, '"urn:example:protocol"'),
};
