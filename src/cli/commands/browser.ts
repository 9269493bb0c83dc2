import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HarnessError } from '../../errors.js';
import { findChromium, mappedBrowserArguments } from '../../tls/chromium.js';
import type { CliIo } from '../cli-io.js';
import { EXIT } from '../exit-codes.js';
import { askHarness, type HarnessFlags } from '../running-harness.js';

interface Rehearsal {
  readonly signOnUrl: string;
  readonly entraUrl?: string;
  readonly verbatim?: { readonly hosts: readonly string[]; readonly port: number; readonly spkiFingerprint: string };
}

export interface BrowserFlags extends HarnessFlags {
  readonly chromium?: string;
  /** Only says what would be run. */
  readonly dryRun?: boolean;
}

/** Opens Chromium in a profile that is thrown away, with the vendor's host names leading to the harness. */
export async function browser(flags: BrowserFlags, io: CliIo): Promise<number> {
  const rehearsal = (await askHarness('/rehearsal', flags, io)) as Rehearsal;
  if (!rehearsal.verbatim) {
    throw new HarnessError(
      'NOT_VERBATIM',
      'This harness does not answer for the vendor’s host names.',
      'Start it with --verbatim.',
    );
  }
  const executable = await findChromium(flags.chromium ?? io.env['SAML_REHEARSAL_CHROMIUM'], process.platform);
  if (executable === undefined) {
    throw new HarnessError(
      'NO_BROWSER',
      'No Chromium or Chrome was found.',
      'Install one, or name it with --chromium or SAML_REHEARSAL_CHROMIUM.',
    );
  }
  const profileFolder = await mkdtemp(join(tmpdir(), 'saml-rehearsal-'));
  const mapped = { ...rehearsal.verbatim, profileFolder, closed: rehearsal.entraUrl !== undefined };
  // As root Chromium only runs without its own sandbox; containers and CI are root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...mappedBrowserArguments(mapped), ...asRoot, rehearsal.signOnUrl];
  try {
    if (flags.dryRun) {
      io.stdout.write(
        flags.json ? `${JSON.stringify({ executable, args })}\n` : `${[executable, ...args].map(quoted).join(' ')}\n`,
      );
      return EXIT.healthy;
    }
    io.stderr.write(
      `Opening ${rehearsal.signOnUrl}: it leads to this machine, not to Mimecast. Close the browser to end.\n`,
    );
    await run(executable, args, io.stopSignal?.());
  } finally {
    await rm(profileFolder, { recursive: true, force: true, maxRetries: 5 });
  }
  return EXIT.healthy;
}

const quoted = (argument: string): string =>
  /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;

function run(executable: string, args: readonly string[], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: 'ignore' });
    signal?.addEventListener('abort', () => child.kill(), { once: true });
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}
