import { describe, expect, it } from '@jest/globals';
import { checks } from '../../src/diagnosis/checks/index.js';
import { diagnosisOf } from './judged.js';

describe('A good message', () => {
  it('passes every check that applies, with nothing to remark', async () => {
    const { accepted, rootCause, findings } = await diagnosisOf();
    expect(findings.filter(({ status }) => !['pass', 'not-applicable'].includes(status))).toEqual([]);
    expect({ accepted, rootCause, count: findings.length }).toEqual({
      accepted: true,
      rootCause: null,
      count: checks.length,
    });
  });

  it('is judged the same when it is judged again', async () => {
    expect(await diagnosisOf()).toEqual(await diagnosisOf());
  });

  it.each(['assertion', 'response', 'both'] as const)('may be signed on %s', async (sign) => {
    expect((await diagnosisOf({ sign })).accepted).toBe(true);
  });

  it('is not accepted while no signing certificate is known', async () => {
    const { accepted, rootCause, findings } = await diagnosisOf({}, { published: [] });
    expect({ accepted, rootCause }).toEqual({ accepted: false, rootCause: null });
    const blocked = findings.filter(({ status }) => status === 'blocked').map(({ id, summary }) => `${id}: ${summary}`);
    expect(blocked).toContain(
      "signature-verifies: Could not be checked without the identity provider's signing certificate (give its metadata or certificate).",
    );
  });
});
