import { NS } from '../../saml/names.js';
import { idIn } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const authnRequestInstead: Fault = {
  id: 'authn-request-instead',
  title: 'an AuthnRequest instead of a Response',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['root-is-response'],
  afterSigning: (xml) =>
    `<samlp:AuthnRequest ID="${idIn(xml)}" Version="2.0" IssueInstant="2026-01-01T00:00:00Z" xmlns:samlp="${NS.protocol}"/>`,
};
