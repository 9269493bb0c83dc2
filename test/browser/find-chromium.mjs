/** The one place that decides which Chromium is used for browser tests and screenshots. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const ON_THE_MACHINE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * `SAML_REHEARSAL_CHROMIUM`, else the one of `@sparticuz/chromium` where it runs (Linux on x64), which is without a window and so
 * takes a third less time, else one found on the machine.
 *
 * @returns {Promise<{ executablePath: string, args: string[], from: string } | undefined>} `from` says where it came from.
 */
export async function findChromium() {
  const named = process.env['SAML_REHEARSAL_CHROMIUM'];
  const packed = named && existsSync(named) ? undefined : await unpacked();
  const path = [named, packed, ...ON_THE_MACHINE].find((each) => each && existsSync(each));
  return path
    ? { executablePath: path, args: ['--no-sandbox'], from: path === packed ? '@sparticuz/chromium' : path }
    : undefined;
}

/** The browser that came with npm, unpacked once per version; undefined where it cannot run. */
async function unpacked() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const { version } = JSON.parse(readFileSync(join(dirname(main), '../../package.json'), 'utf8'));
    const folder = resolve('node_modules/.cache/saml-rehearsal', `chromium-${version}`);
    if (!existsSync(folder)) await unpackInto(folder);
    execFileSync(join(folder, 'chromium'), ['--version'], { stdio: 'ignore' });
    return join(folder, 'chromium');
  } catch {
    return undefined;
  }
}

/**
 * Beside its place first: another test that looks meanwhile finds all of it or nothing.
 *
 * @param {string} folder
 */
async function unpackInto(folder) {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = draft;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}
