/** Every labelled message of the corpus: the right verdict, the right cause, the right root cause. */
import { describe, expect } from '@jest/globals';
import { diagnoseMessage } from '../../src/logins/diagnose-message.js';
import { diagnoseCase, labelledCases } from '../labelled-cases.js';
import { corpusText, itOverCorpus } from '../saml/corpus.js';

describe('The labelled messages of the corpus', () => {
  itOverCorpus('are judged as their labels say, and the named defect is the root cause', async () => {
    const wrong: string[] = [];
    for (const one of labelledCases()) {
      const { accepted, verified, rootCause, findings } = await diagnoseCase(one);
      const failing = findings.filter(({ status }) => status === 'fail' || status === 'crashed');
      const errors = failing.filter(({ severity }) => severity === 'error').map(({ id }) => id);
      const wanted = one.checks ?? [];
      const says = `${one.id} (${one.reason}): ${accepted ? 'accepted' : `refused: ${rootCause}, ${errors.join(' ')}`}`;
      if (findings.some(({ status }) => status === 'crashed')) wrong.push(`crashed ${says}`);
      if (accepted && !verified) wrong.push(`accepted without a trusted signature over what is read ${says}`);
      const right = one.policy
        ? !accepted || failing.some(({ id }) => wanted.includes(id))
        : accepted === (one.expect === 'accept');
      if (!right) wrong.push(`verdict ${says}`);
      if (one.expect === 'accept' || one.policy || wanted.length === 0) continue;
      if (!errors.some((id) => wanted.includes(id))) wrong.push(`cause ${says}`);
      if (one.only && !wanted.includes(rootCause ?? '')) wrong.push(`root cause ${says}`);
    }
    expect(wrong).toEqual([]);
    expect(labelledCases().length).toBeGreaterThan(300);
  });
});

describe('Messages of a real Entra ID', () => {
  itOverCorpus('an error answer of 2013 is about its status and nothing else', async () => {
    const { rootCause, findings } = await diagnoseMessage(
      corpusText('entra/lightsaml/response-status-requester-invalid02.xml'),
      {
        at: 'issued',
        secondOpinion: false,
      },
    );
    const failed = findings.filter(({ status, severity }) => status === 'fail' && severity === 'error');
    expect([rootCause, failed.map(({ id }) => id)]).toEqual(['status-is-success', ['status-is-success']]);
  });

  itOverCorpus('a login judged by the metadata of the tenant is about the certificate', async () => {
    const { rootCause, findings } = await diagnoseMessage(corpusText('entra/fusionauth/encodedResponse.txt').trim(), {
      at: 'issued',
      secondOpinion: false,
      identityProvider: { metadata: corpusText('entra/fusionauth/metadata.xml') },
    });
    expect(rootCause).toBe('signing-certificate-published');
    expect(findings.find(({ id }) => id === rootCause)?.kind).toBe('tenant-metadata');
  });

  itOverCorpus('a login of 2023 with the metadata of its application is accepted', async () => {
    const { accepted, verified } = await diagnoseMessage(corpusText('entra/ssoready/assertion.xml'), {
      at: 'issued',
      secondOpinion: false,
      identityProvider: { metadata: corpusText('entra/ssoready/metadata.xml') },
    });
    expect([accepted, verified]).toEqual([true, true]);
  });
});
