/** The labelled messages of the corpus, judged as their labels ask for: at their instant, without skew, by the generic profile. */
import { diagnoseMessage, type MessageDiagnosis } from '../src/logins/diagnose-message.js';
import { type CorpusCase, corpusCases, corpusPublic, hasCorpus } from './saml/corpus.js';

export interface LabelledCase extends CorpusCase {
  readonly repo: string;
  readonly now: string;
  readonly entityId: string | null;
  readonly acs: string | null;
  readonly idpEntityId: string | null;
  readonly requestId?: string;
  readonly audienceOptional?: boolean;
  readonly nodeSaml?: 'accept' | 'reject';
}

export const labelledCases = (): readonly LabelledCase[] =>
  hasCorpus ? (corpusCases() as readonly LabelledCase[]) : [];

export async function diagnoseCase(
  one: LabelledCase,
  options: { readonly secondOpinion?: boolean } = {},
): Promise<MessageDiagnosis> {
  const text = corpusPublic(one.file);
  // Not as a bare string: what is labelled base64 was posted, even where it is raw XML.
  const posted = { binding: 'HTTP-POST', method: 'POST', samlResponse: text.trim() } as const;
  return diagnoseMessage(one.encoding === 'xml' ? text : posted, {
    serviceProvider: {
      profile: 'generic',
      ...(one.entityId ? { entityId: one.entityId } : {}),
      ...(one.acs ? { assertionConsumerServiceUrl: one.acs } : {}),
      ...(one.spKey ? { decryptionKey: corpusPublic(one.spKey) } : {}),
      ...(one.audienceOptional ? { audienceOptional: true } : {}),
    },
    identityProvider: {
      ...(one.idpEntityId ? { entityId: one.idpEntityId } : {}),
      signingCertificates: [corpusPublic(one.idpCert)],
    },
    at: new Date(one.now),
    clockSkewMs: 0,
    ...(one.requestId ? { requestId: one.requestId } : {}),
    secondOpinion: options.secondOpinion ?? false,
  });
}
