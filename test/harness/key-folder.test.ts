import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemRandom } from '../../src/clock.js';
import { createKeys } from '../../src/entra/key-vault.js';
import { keyFolder, keysInMemory } from '../../src/harness/key-folder.js';
import { beginRsaKey, takeBegunRsaKey } from '../../src/saml/generate-rsa-key.js';

const PAIR = { privateKeyPem: 'a key', certificatePem: 'a certificate' };

describe('The folder of keys', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives back what it was given, to its owner only', async () => {
    const keys = keyFolder(join(folder, 'keys'));
    await keys.save('entra', PAIR);
    expect(await keys.load('entra')).toEqual(PAIR);
    expect(statSync(join(folder, 'keys', 'entra.key')).mode & 0o777).toBe(0o600);
  });

  it('gets no key that was made in the quick way, as keys of a harness that keeps none are', async () => {
    const plan = { notBefore: new Date('2026-03-02T09:15:00Z') };
    beginRsaKey();
    await createKeys(keyFolder(folder), systemRandom).get('entra', plan);
    expect(takeBegunRsaKey()).toBeDefined();
    beginRsaKey();
    await createKeys(keysInMemory(), systemRandom).get('entra', plan);
    expect(takeBegunRsaKey()).toBeUndefined();
  });

  it('says what to do where nothing can be kept', async () => {
    writeFileSync(join(folder, 'keys'), 'a file, not a folder');
    await expect(keyFolder(join(folder, 'keys')).save('entra', PAIR)).rejects.toMatchObject({
      code: 'DATA_DIR_UNUSABLE',
      message: expect.stringContaining(`The file ${join(folder, 'keys', 'entra.key')} cannot be written`),
      remedy: expect.stringContaining('give a folder you may write to with --data-dir'),
    });
  });
});
