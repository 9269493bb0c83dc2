import type { Clock, Random } from '../clock.js';
import { encodePost } from '../saml/bindings.js';
import { STATUS } from '../saml/names.js';
import { writeResponse } from '../saml/write-response.js';
import { type AadstsNumber, type Obstacle, refuse } from './aadsts.js';
import { newMessageId } from './guid.js';
import type { PostedAnswer } from './respond.js';
import type { AnswerAddress } from './sign-in-question.js';
import { issuerOf } from './tenant.js';

/** Second-level codes of documented and captured error responses (2013); the others are inferred. */
const CODES = new Map<AadstsNumber, readonly [string, string]>([
  [75003, [STATUS.requester, STATUS.unsupportedBinding]],
  [50058, [STATUS.responder, STATUS.noPassive]],
  [50105, [STATUS.responder, STATUS.authnFailed]],
  [50057, [STATUS.responder, STATUS.authnFailed]],
  [50034, [STATUS.responder, STATUS.authnFailed]],
  [75011, [STATUS.responder, STATUS.authnFailed]],
]);

/**
 * A refusal sent to the service provider in place of a page: unsigned and without a Destination, as captured in 2013 and documented.
 * Entra shows a page for all of these today; this is only behind the application's switch.
 */
export function statusResponse(
  obstacle: Obstacle,
  tenantId: string,
  { inResponseTo, relayState }: AnswerAddress,
  acsUrl: string,
  sources: { readonly clock: Clock; readonly random: Random },
): PostedAnswer {
  const { text, requestId, correlationId, timestamp } = refuse(obstacle, sources);
  const responseXml = writeResponse({
    id: newMessageId(sources.random, 'response'),
    version: '2.0',
    issueInstant: sources.clock.now(),
    ...(inResponseTo !== undefined && { inResponseTo }),
    issuer: { value: issuerOf(tenantId) },
    status: {
      codes: CODES.get(obstacle.aadsts) ?? [STATUS.requester, STATUS.requestUnsupported],
      message: `${text} Trace ID: ${requestId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    },
    assertions: [],
  });
  const relay = relayState === undefined ? [] : [['RelayState', relayState] as const];
  return { kind: 'post', acsUrl, fields: [['SAMLResponse', encodePost(responseXml)], ...relay], responseXml };
}
