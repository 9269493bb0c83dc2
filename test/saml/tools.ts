/** Programs other people wrote, as a second judge where this machine has them; announced by name where it has not. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from '@jest/globals';

/** A test that needs a program (and perhaps files) of the machine. */
export function itWithTool(
  tool: 'xmlsec1' | 'xmllint' | 'openssl',
  name: string,
  run: () => void | Promise<void>,
  files: string[] = [],
): void {
  const missing = [...(isInstalled(tool) ? [] : [tool]), ...files.filter((file) => !existsSync(file))];
  if (missing.length === 0) it(name, run);
  else it.skip(`${name} (skipped: no ${missing.join(', ')} here)`, run);
}

function isInstalled(tool: string): boolean {
  return spawnSync(tool, [tool === 'openssl' ? 'version' : '--version'], { stdio: 'ignore' }).status === 0;
}

/** Runs a program over texts given as files, in a folder that is gone afterwards. */
export function runTool(
  tool: string,
  args: (path: (file: string) => string) => readonly string[],
  files: Readonly<Record<string, string>>,
): { ok: boolean; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'saml-rehearsal-test-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const said = execFileSync(tool, [...args((file) => join(folder, file))], { encoding: 'utf8', stdio: 'pipe' });
    return { ok: true, said };
  } catch (error) {
    return { ok: false, said: String((error as { stderr?: unknown }).stderr ?? error) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What xmlsec1 says of a signature on the element with this local name; it may be the first of several signatures only. */
export function xmlsecVerifies(
  xml: string,
  certificatePem: string,
  signedElements: readonly string[],
): { ok: boolean; said: string } {
  const ids = signedElements.flatMap((name) => ['--id-attr:ID', name]);
  return runTool('xmlsec1', (path) => ['--verify', '--pubkey-cert-pem', path('idp.crt'), ...ids, path('message.xml')], {
    'idp.crt': certificatePem,
    'message.xml': xml,
  });
}
