/** If node-saml refuses a message, at least one of our error checks fails: counted over every labelled message. */
import { afterAll, describe, expect } from '@jest/globals';
import { createSecondOpinion } from '../../src/sp/second-opinion.js';
import { diagnoseCase, labelledCases } from '../labelled-cases.js';
import { corpusPublic, itOverCorpus } from '../saml/corpus.js';

/** What node-saml refuses for a reason of its runtime, and we judge by the message: a warning of ours. */
const RSA_1_5 = 'Node’s OpenSSL no longer decrypts RSA 1.5; we do, and warn (encryption-not-weak).';
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'G-N118': RSA_1_5,
  F0161: RSA_1_5,
  F0216: RSA_1_5,
};

const opinion = createSecondOpinion({ timeoutMs: 10_000 });
afterAll(() => opinion.close());

describe('Over every labelled message', () => {
  itOverCorpus(
    'whatever node-saml refuses, we refuse too, or say why it is mistaken',
    async () => {
      const counts = { asked: 0, bothAccept: 0, bothRefuse: 0, onlyWeRefuse: 0 };
      const onlyNodeSamlRefuses: string[] = [];
      for (const one of labelledCases()) {
        const diagnosis = await diagnoseCase(one);
        const answer = await opinion.ask({
          samlResponse: base64Of(corpusPublic(one.file), one.encoding),
          ...(one.entityId && !one.audienceOptional ? { entityId: one.entityId } : {}),
          ...(one.acs ? { assertionConsumerServiceUrl: one.acs } : {}),
          signingCertificates: [corpusPublic(one.idpCert)],
          decryptionKeys: one.spKey ? [corpusPublic(one.spKey)] : [],
          at: Date.parse(one.now),
          clockSkewMs: 0,
          ...(one.requestId ? { requestId: one.requestId } : {}),
        });
        counts.asked += 1;
        if (answer.accepted) counts[diagnosis.accepted ? 'bothAccept' : 'onlyWeRefuse'] += 1;
        else if (!diagnosis.accepted) counts.bothRefuse += 1;
        else if (!(one.id in EXCEPTIONS)) onlyNodeSamlRefuses.push(`${one.id} ${one.reason}: ${answer.reason}`);
      }
      expect(onlyNodeSamlRefuses).toEqual([]);
      expect(counts.asked).toBeGreaterThan(400);
      expect(counts.onlyWeRefuse).toBeGreaterThan(60);
    },
    120_000,
  );
});

/** What a browser would have posted for it. */
function base64Of(text: string, encoding: string): string {
  return encoding === 'xml' ? Buffer.from(text, 'utf8').toString('base64') : text.trim();
}
