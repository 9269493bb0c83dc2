import { NS } from '../../saml/names.js';
import { changeAssertion } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const assertionInForeignNamespace: Fault = {
  id: 'assertion-in-foreign-namespace',
  title: 'something called Assertion, signed, in a namespace that is not SAML',
  area: 'assertion',
  kind: 'attack',
  caughtBy: ['one-assertion', 'structure-as-in-schema'],
  acceptedByNodeSaml: true,
  beforeSigning: (xml) =>
    changeAssertion(xml, (assertion) => assertion.replace(`"${NS.assertion}"`, '"urn:example:assertion"')),
};
