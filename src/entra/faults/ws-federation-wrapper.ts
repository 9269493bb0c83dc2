import { NS } from '../../saml/names.js';
import { assertionIn } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const wsFederationWrapper: Fault = {
  id: 'ws-federation-wrapper',
  title: 'a WS-Federation token response around the assertion',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['root-is-response'],
  afterSigning: (xml) =>
    `<t:RequestSecurityTokenResponse xmlns:t="${NS.wsTrust}"><t:RequestedSecurityToken>${assertionIn(xml)}</t:RequestedSecurityToken></t:RequestSecurityTokenResponse>`,
};
