import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createSecondOpinion, type SecondOpinionQuestion } from '../../src/sp/second-opinion.js';
import { ACS, aResponse, ENTITY_ID, GOOD_AT } from '../a-response.js';

const opinion = createSecondOpinion({ timeoutMs: 20_000 });
afterAll(() => opinion.close());

const about = (
  response: ReturnType<typeof aResponse>,
  change: Partial<SecondOpinionQuestion> = {},
): SecondOpinionQuestion => ({
  samlResponse: response.base64,
  entityId: ENTITY_ID,
  assertionConsumerServiceUrl: ACS,
  signingCertificates: [response.certificate.pem],
  decryptionKeys: [],
  at: GOOD_AT.getTime(),
  clockSkewMs: 0,
  ...change,
});

describe('The second opinion of node-saml', () => {
  it('accepts a good response at the instant of the login, however long ago that was', async () => {
    expect(await opinion.ask(about(aResponse()))).toEqual({ accepted: true });
  });

  it('refuses it an hour and a minute later, in its own words', async () => {
    const at = GOOD_AT.getTime() + 61 * 60_000;
    expect(await opinion.ask(about(aResponse(), { at }))).toEqual({
      accepted: false,
      reason: 'SAML assertion expired: clocks skewed too much',
    });
  });

  it('refuses an answer to a request that is not known', async () => {
    const answer = await opinion.ask(about(aResponse({ basics: { inResponseTo: '_other' } }), { requestId: '_ours' }));
    expect(answer).toEqual({ accepted: false, reason: 'InResponseTo is not valid' });
  });

  it('is not asked without a certificate', async () => {
    expect(await opinion.ask(about(aResponse(), { signingCertificates: [] }))).toEqual({
      accepted: false,
      notAsked: 'node-saml needs a signing certificate of the IdP.',
    });
  });

  it('is given up after its time limit, and can be asked again', async () => {
    const hasty = createSecondOpinion({ timeoutMs: 0 });
    expect(await hasty.ask(about(aResponse()))).toEqual({
      accepted: false,
      notAsked: 'node-saml took longer than 0 ms.',
    });
    expect((await hasty.ask(about(aResponse()))).notAsked).toBe('node-saml took longer than 0 ms.');
    await hasty.close();
  });

  it('comes from a worker that the sources and the build both find', () => {
    expect(existsSync('src/sp/second-opinion-worker.mjs')).toBe(true);
    expect(readFileSync('src/sp/second-opinion.ts', 'utf8')).toContain('./second-opinion-worker.mjs');
    expect(readFileSync('build/bundle.mjs', 'utf8')).toContain("'second-opinion-worker':");
  });
});
