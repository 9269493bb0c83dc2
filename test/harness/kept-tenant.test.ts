import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHarness } from '../../src/harness.js';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tenant-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('The tenant of the data folder', () => {
  it('is at the next start as it was left, with the same key, and only its owner may read it', async () => {
    const first = await createHarness({ dataDir });
    first.entra.addUser({ userPrincipalName: 'Grady.Archie@contoso.com' });
    first.entra.updateApplication({ relayState: 'portal' });
    const metadata = await first.entra.metadata();
    await first.stop();
    expect((await stat(join(dataDir, 'entra-tenant.json'))).mode & 0o777).toBe(0o600);
    const second = await createHarness({ dataDir });
    expect(second.entra.users.map(({ userPrincipalName }) => userPrincipalName)).toContain('Grady.Archie@contoso.com');
    expect(second.entra.application.relayState).toBe('portal');
    expect(certificateIn(await second.entra.metadata())).toBe(certificateIn(metadata));
    await expect(second.signIn({ user: 'B.Simon@contoso.com' })).resolves.toMatchObject({ accepted: true });
    await second.stop();
  });

  it('takes a seed over what was kept', async () => {
    const seed = join(dataDir, 'seed.yaml');
    await writeFile(seed, 'users: [{ userPrincipalName: Only.One@contoso.com, mail: B.Simon@contoso.com }]\n');
    const harness = await createHarness({ dataDir, entraSeed: seed });
    expect(harness.entra.users).toHaveLength(1);
    await harness.stop();
  });

  it('says which file cannot be read, instead of beginning anew', async () => {
    await writeFile(join(dataDir, 'entra-tenant.json'), '{ "users": [{}] }');
    await expect(createHarness({ dataDir })).rejects.toMatchObject({
      code: 'TENANT_UNREADABLE',
      message: expect.stringContaining('users.0.userPrincipalName'),
    });
    expect(await readFile(join(dataDir, 'entra-tenant.json'), 'utf8')).toBe('{ "users": [{}] }');
  });

  it('says that a seed is not there', async () => {
    await expect(createHarness({ entraSeed: '/nowhere/seed.yaml' })).rejects.toMatchObject({ code: 'SEED_UNREADABLE' });
  });
});

function certificateIn(metadata: string): string {
  const [, certificate] = /<X509Certificate>([^<]+)/.exec(metadata) ?? [];
  if (certificate === undefined) throw new Error('the metadata holds no certificate');
  return certificate;
}
