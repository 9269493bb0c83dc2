/** The documents that were made for the corpus: attacks, each refused by the check that its label names, and good ones beside them. */
import { describe, expect, it } from '@jest/globals';
import { diagnoseCase, labelledCases } from '../labelled-cases.js';
import { corpusFolder, hasCorpus } from '../saml/corpus.js';

const generated = labelledCases().filter(({ repo }) => repo.startsWith('generated'));
const MEGABYTE = 1024 * 1024;

describe('The documents that were made as attacks, and the good ones beside them', () => {
  if (!hasCorpus) it.skip(`138 documents (skipped: no corpus at ${corpusFolder})`, () => undefined);

  for (const one of generated.filter((candidate) => candidate.expect === 'accept')) {
    it(`${one.id} is a good message and is accepted`, async () => {
      const diagnosis = await diagnoseCase(one);
      const errors = diagnosis.findings.filter((f) => f.status === 'fail' && f.severity === 'error');
      expect(errors.map(({ id, summary }) => `${id}: ${summary}`)).toEqual([]);
      expect(diagnosis.accepted).toBe(true);
    });
  }

  for (const one of generated.filter((candidate) => candidate.expect === 'reject')) {
    it(`${one.id} is refused: ${one.reason}`, async () => {
      const before = process.memoryUsage().rss;
      const diagnosis = await diagnoseCase(one);
      const failing = diagnosis.findings.filter((f) => f.status === 'fail').map((f) => f.id);
      expect(diagnosis.findings.filter((f) => f.status === 'crashed')).toEqual([]);
      if (!one.policy) expect(diagnosis.accepted).toBe(false);
      if (one.checks?.length) expect(failing.filter((id) => one.checks?.includes(id))).not.toEqual([]);
      if (one.only && !one.policy) expect(one.checks).toContain(diagnosis.rootCause);
      expect(process.memoryUsage().rss - before).toBeLessThan(64 * MEGABYTE);
    });
  }
});
