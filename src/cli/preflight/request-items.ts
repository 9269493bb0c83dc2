import { lintAuthnRequest } from '../../diagnosis/request/lint.js';
import type { PreflightItem } from './item.js';
import type { EnteredNames } from './service-provider-items.js';

/** A captured AuthnRequest, looked at as Entra would. */
export function requestItems(xml: string, names: EnteredNames): PreflightItem[] {
  const { entityId, assertionConsumerServiceUrl: acs, idpEntityId } = names;
  const { faults } = lintAuthnRequest(xml, {
    ...(entityId !== undefined && { identifiers: [entityId] }),
    ...(acs !== undefined && { replyUrls: [acs] }),
    ...(idpEntityId !== undefined && { idpEntityId }),
  });
  if (faults.length === 0)
    return [{ id: 'request', status: 'ok', summary: 'Nothing in the AuthnRequest is known to make Entra refuse it.' }];
  return faults.map(({ kind, aadsts, words, expected, actual }) => ({
    id: `request-${kind}`,
    status: aadsts === undefined ? ('warning' as const) : ('problem' as const),
    summary: `AuthnRequest: ${words}.`,
    ...(expected !== undefined && {
      remedy: `Expected ${expected}${actual === undefined ? '' : `; it has ${actual}`}.`,
    }),
  }));
}
