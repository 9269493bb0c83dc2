import type { Diagnosis } from '../diagnosis/check.js';
import type { Expectations } from '../diagnosis/expectations.js';
import type { Evidence } from '../saml/evidence.js';
import type { IdentityProvider } from '../saml/parties.js';
import { present } from '../saml/present.js';
import { SECOND_OPINION_LIBRARY, type SecondOpinionSource } from '../sp/second-opinion.js';
import type { SecondOpinion } from './login.js';
import { opinionGap } from './opinion-gap.js';

interface Asked {
  readonly evidence: Partial<Evidence>;
  readonly expected: Expectations;
  readonly identityProvider: IdentityProvider;
  readonly decryptionKeys: readonly string[];
}

/** Asks node-saml about a message that passed our own limits, and says in words why the two differ, if they do. */
export async function askSecondOpinion(
  source: SecondOpinionSource,
  { diagnosis, ...asked }: Asked & { readonly diagnosis: Diagnosis },
): Promise<SecondOpinion> {
  return heldAgainst(diagnosis, await askNodeSaml(source, asked));
}

/** Says in words why the two differ, if they do. */
export function heldAgainst(diagnosis: Diagnosis, opinion: SecondOpinion): SecondOpinion {
  const gap = opinion.notAsked === undefined ? opinionGap(diagnosis, opinion) : undefined;
  return { ...opinion, ...present({ gap }) };
}

/** Only what node-saml says itself, which can be asked while we judge. */
export async function askNodeSaml(source: SecondOpinionSource, asked: Asked): Promise<SecondOpinion> {
  const library = SECOND_OPINION_LIBRARY;
  const { evidence, expected, identityProvider, decryptionKeys } = asked;
  const kept = whyNot(evidence);
  if (kept !== undefined) return { library, accepted: false, notAsked: kept };
  const { correlation, serviceProvider } = expected;
  const known = correlation.mode === 'offline' || correlation.state === 'pending' ? correlation.requestId : undefined;
  const answer = await source.ask({
    samlResponse: Buffer.from(evidence.text ?? '', 'utf8').toString('base64'),
    ...present({
      entityId: serviceProvider.audienceOptional ? undefined : serviceProvider.entityId,
      assertionConsumerServiceUrl: serviceProvider.assertionConsumerServiceUrl,
      identityProviderEntityId: identityProvider.entityId,
      requestId: known,
    }),
    signingCertificates: identityProvider.signingCertificates.map(({ pem }) => pem),
    decryptionKeys,
    at: expected.at.getTime(),
    clockSkewMs: expected.clockSkewMs,
  });
  return { library, ...answer };
}

/** node-saml is only ever shown a posted document that our own strict reader took. */
function whyNot({ document, transport }: Partial<Evidence>): string | undefined {
  if (transport?.received.binding === 'HTTP-Redirect') return 'Only posted responses are shown to node-saml.';
  if (!document) return 'The message did not pass our own strict reading, so it was not shown to node-saml.';
  return undefined;
}
