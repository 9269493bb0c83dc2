import { access } from 'node:fs/promises';

/** Where a Chromium or Chrome usually is, by platform. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The first browser that is there; `named` (an option or SAML_REHEARSAL_CHROMIUM) before the usual places. */
export async function findChromium(named: string | undefined, platform: NodeJS.Platform): Promise<string | undefined> {
  for (const place of named === undefined ? (PLACES[platform] ?? []) : [named]) {
    try {
      await access(place);
      return place;
    } catch {
      // The next one, then.
    }
  }
  return undefined;
}

export interface MappedBrowser {
  /** Host names that lead to `port` on this machine. */
  readonly hosts: readonly string[];
  readonly port: number;
  /** Base64 SHA-256 of the SubjectPublicKeyInfo that is trusted, and no other certificate more than usual. */
  readonly spkiFingerprint: string;
  /** A folder that is thrown away afterwards; the list of trusted keys only works with one. */
  readonly profileFolder: string;
  /** True when no other host shall resolve: rehearsals with the stand-in need nothing else. */
  readonly closed: boolean;
}

/** Arguments under which Chromium finds the vendor's hosts here, over TLS it trusts, and sends nothing to the real ones. */
export function mappedBrowserArguments({
  hosts,
  port,
  spkiFingerprint,
  profileFolder,
  closed,
}: MappedBrowser): string[] {
  const rules = [
    ...hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`),
    // Whatever else the vendor has must not be reached by accident.
    'MAP *.mimecast.com ~NOTFOUND',
    ...(closed ? ['MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'] : []),
  ];
  return [
    `--user-data-dir=${profileFolder}`,
    `--host-resolver-rules=${rules.join(', ')}`,
    `--ignore-certificate-errors-spki-list=${spkiFingerprint}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-proxy-server',
  ];
}
