import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { createHarness } from '../../src/index.js';

it('Somebody who is signed in still is after a restart, and is not after logging out', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'restart-'));
  const store = `sqlite:${join(dataDir, 'logins.db')}`;
  const first = await createHarness({ dataDir, store });
  const answer = await first.entra.answer({ kind: 'idp-initiated', user: 'B.Simon@contoso.com', faults: [] });
  if (answer.kind !== 'post') throw new Error('the stand-in refused');
  const body = new URLSearchParams(answer.fields.map(([name, value]) => [name, value]));
  const landed = await fetch(`${first.url}/login/saml`, { method: 'POST', body, redirect: 'manual' });
  const headers = { cookie: landed.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  await first.stop();

  const second = await createHarness({ dataDir, store });
  const portal = () => fetch(`${second.url}/portal`, { headers, redirect: 'manual' });
  expect(await (await portal()).text()).toContain('B.Simon@contoso.com');
  await fetch(`${second.url}/logout`, { headers });
  expect((await portal()).headers.get('Location')).toBe('/login/saml');
  await second.stop();
  await rm(dataDir, { recursive: true, force: true });
});
