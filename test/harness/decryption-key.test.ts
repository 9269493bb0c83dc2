import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createHarness } from '../../src/harness.js';

describe('Encrypted assertions', () => {
  it('are read once the service provider’s certificate is uploaded under Token encryption', async () => {
    const harness = await createHarness();
    try {
      const answer = await request(harness.app).get('/setup/encryption-certificate');
      expect(answer.headers['content-disposition']).toContain('saml-rehearsal-encryption.cer');
      harness.entra.updateApplication({ tokenEncryptionCertificate: answer.body.toString() });
      const login = await harness.signIn();
      expect(Buffer.from(login.received.samlResponse ?? '', 'base64').toString()).toContain('EncryptedAssertion');
      expect(login).toMatchObject({ accepted: true, verified: true, user: { email: 'B.Simon@contoso.com' } });
    } finally {
      await harness.stop();
    }
  });

  it('are explained when they were encrypted for somebody else', async () => {
    const harness = await createHarness();
    try {
      const { certificatePem } = await import('../keys.js').then(({ testKey }) => testKey('other-sp'));
      harness.entra.updateApplication({ tokenEncryptionCertificate: certificatePem });
      await request(harness.app).get('/setup/encryption-certificate');
      const login = await harness.signIn();
      expect(login.diagnosis.rootCause).toBe('assertion-decrypts');
    } finally {
      await harness.stop();
    }
  });

  it('have a key that is made on first need and kept for its owner', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'decryption-'));
    const harness = await createHarness({ dataDir });
    try {
      await harness.signIn();
      const names = () => readdirSync(join(dataDir, 'keys')).filter((name) => name.startsWith('service-provider'));
      expect(names()).toEqual([]);
      const first = await harness.serviceProvider.encryptionCertificate();
      expect(await harness.serviceProvider.encryptionCertificate()).toBe(first);
      expect((statSync(join(dataDir, 'keys', 'service-provider-encryption.key')).mode & 0o777).toString(8)).toBe('600');
    } finally {
      await harness.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
