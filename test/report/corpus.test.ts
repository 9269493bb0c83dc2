import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { importMessages } from '../../src/import/import-messages.js';
import { diagnoseMessage } from '../../src/logins/diagnose-message.js';
import { htmlReport } from '../../src/report/html.js';
import { renderRedacted } from '../../src/report/redact.js';

interface Case {
  readonly id: string;
  readonly file: string;
  readonly entityId: string | null;
  readonly acs: string | null;
  readonly now: string;
}

const corpus = resolve(process.env['SAML_REHEARSAL_CORPUS'] ?? '../shared/corpus');
const isThere = existsSync(join(corpus, 'cases.json'));
const cases: Case[] = isThere ? JSON.parse(readFileSync(join(corpus, 'cases.json'), 'utf8')) : [];
const KEY = new Uint8Array(16).fill(9);

(isThere ? describe : describe.skip)('Labelled messages of other suites (skipped where the corpus is absent)', () => {
  it('each can be shared, and none of its claims is in the report', async () => {
    let claimsLookedFor = 0;
    for (const { file, entityId, acs, now } of cases) {
      const [message] = importMessages(readFileSync(join(corpus, 'public', file)), file);
      if (!message) throw new Error(file);
      const options = {
        serviceProvider: {
          profile: 'generic' as const,
          ...(entityId && { entityId }),
          ...(acs && { assertionConsumerServiceUrl: acs }),
        },
        at: new Date(now),
        secondOpinion: false,
      };
      const { accepted, rootCause, findings, at, ...rest } = await diagnoseMessage(message.received, options);
      const reported = {
        ...rest,
        name: file,
        judgedAt: at.toISOString(),
        diagnosis: { accepted, rootCause, findings },
      };
      const judgedAgainst = { ...(entityId && { entityId }), ...(acs && { assertionConsumerServiceUrl: acs }) };
      const html = renderRedacted(
        [{ ...reported, judgedAgainst, ...(message.xml && { xml: message.xml }) }],
        htmlReport,
        KEY,
      );
      const telling = Object.values(rest.claims)
        .flat()
        .filter((value) => value.length > 7 && /[@\d]/.test(value) && !/^urn:|schemas/.test(value));
      claimsLookedFor += telling.length;
      expect(telling.filter((value) => html.includes(value))).toEqual([]);
      expect(html).toContain(rootCause ?? 'Could not');
    }
    expect(claimsLookedFor).toBeGreaterThan(100);
  });
});
