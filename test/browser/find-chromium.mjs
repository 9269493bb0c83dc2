/** The one place that decides which Chromium is used for browser tests and screenshots. */
import { existsSync } from 'node:fs';

const ON_THE_MACHINE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * `SAML_REHEARSAL_CHROMIUM`, else one found on the machine, else the one of `@sparticuz/chromium` (Linux only).
 *
 * @returns {Promise<{ executablePath: string, args: string[], from: string } | undefined>} `from` says where it came from.
 */
export async function findChromium() {
  for (const path of [process.env['SAML_REHEARSAL_CHROMIUM'], ...ON_THE_MACHINE]) {
    if (path && existsSync(path)) return { executablePath: path, args: ['--no-sandbox'], from: path };
  }
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return { executablePath: await packed.executablePath(), args: packed.args, from: '@sparticuz/chromium' };
  } catch {
    return undefined;
  }
}
