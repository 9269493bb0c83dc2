import type { ComponentChildren } from 'preact';
import { visibleText } from './invisible.js';
import { SiteHeader } from './site-header.js';

/** What the frame of every page says about the harness it belongs to. */
export interface SiteFacts {
  readonly accountCode: string;
  readonly region: string;
  /** Origin of the inspector, e.g. `http://localhost:7010`; links in the header start with it. Absent: relative links. */
  readonly inspectorUrl?: string;
  /** Where a login starts at the service provider. */
  readonly signOnUrl: string;
  /** Origin of the Entra stand-in, when it runs. */
  readonly entraUrl?: string;
}

export type Section = 'logins' | 'decode' | 'checks' | 'setup';

/** Scripts of `src/http/assets/`: each improves a page that works without it. */
export type PageScript = 'live' | 'copy' | 'drop' | 'auto-submit';

export interface LayoutProps {
  readonly title: string;
  /** Without it the page has no inspector navigation: pages of the mimicked surfaces, which may stand on vendor host names. */
  readonly site?: SiteFacts;
  readonly section?: Section;
  readonly scripts?: readonly PageScript[];
  /** Further stylesheets by file name under `/assets/`. */
  readonly stylesheets?: readonly string[];
  /** Class of `main`, e.g. `narrow` for a single-column page. */
  readonly width?: 'narrow' | 'wide' | 'full';
  readonly children: ComponentChildren;
}

const STYLESHEETS = [
  'pico/pico.min.css',
  'plex-sans/font.css',
  'plex-mono/400.css',
  'plex-mono/600.css',
  'theme.css',
  'page.css',
];

/** The frame of every page: head, header, main, footer. No inline script, no inline style, nothing from another host. */
export function Layout({
  title,
  site,
  section,
  scripts = [],
  stylesheets = [],
  width = 'wide',
  children,
}: LayoutProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${visibleText(title)} · SAML Rehearsal`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {[...STYLESHEETS, ...stylesheets].map((name) => (
          <link key={name} rel="stylesheet" href={`/assets/${name}`} />
        ))}
        {scripts.map((name) => (
          <script key={name} type="module" src={`/assets/${name}.js`} />
        ))}
      </head>
      <body>
        <a class="skip-link" href="#main">
          Skip to content
        </a>
        <SiteHeader {...(site ? { site } : {})} {...(section ? { section } : {})} />
        <main id="main" class={width} tabIndex={-1}>
          {children}
        </main>
        <footer class="site-footer">
          <p>A rehearsal on this machine. It mimics Mimecast and Entra ID; it is neither.</p>
        </footer>
      </body>
    </html>
  );
}
