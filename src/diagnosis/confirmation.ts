import { CONFIRMATION_METHOD } from '../saml/names.js';
import type { Assertion, SubjectConfirmation, SubjectConfirmationData } from '../saml/types.js';
import type { Expectations } from './expectations.js';
import { isSamePlace } from './url-parts.js';

/**
 * The one bearer confirmation that every check looks at: the one with the fewest faults. One must be good as a whole; three that are
 * good in part do not make one (SAML profiles 4.1.4.3).
 */
export function bearerConfirmation(assertion: Assertion, expected: Expectations): SubjectConfirmation | undefined {
  const bearers = assertion.subject?.confirmations.filter(({ method }) => method === CONFIRMATION_METHOD.bearer) ?? [];
  if (bearers.length <= 1) return bearers[0];
  return bearers
    .map((confirmation) => ({ confirmation, faults: confirmation.data ? faults(confirmation.data, expected) : 9 }))
    .reduce<{ confirmation?: SubjectConfirmation; faults: number }>(
      (best, one) => (one.faults < best.faults ? one : best),
      { faults: 10 },
    ).confirmation;
}

function faults(data: SubjectConfirmationData, expected: Expectations): number {
  const { at, clockSkewMs, serviceProvider, correlation } = expected;
  const endpoint = serviceProvider.assertionConsumerServiceUrl;
  const { recipient, notBefore, notOnOrAfter, inResponseTo } = data;
  const wrong = [
    !recipient,
    endpoint !== undefined && recipient !== undefined && recipient !== endpoint && !isSamePlace(endpoint, recipient),
    notBefore !== undefined,
    notOnOrAfter?.ms === undefined || at.getTime() - clockSkewMs >= notOnOrAfter.ms,
    correlation.requestId !== undefined && inResponseTo !== correlation.requestId,
  ];
  return wrong.filter(Boolean).length;
}
