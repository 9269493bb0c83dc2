import type { Section, SiteFacts } from './layout.js';
import { Mark } from './mark.js';

const SECTIONS: readonly { readonly id: Section; readonly path: string; readonly label: string }[] = [
  { id: 'logins', path: '/', label: 'Logins' },
  { id: 'decode', path: '/decode', label: 'Decode' },
  { id: 'checks', path: '/checks', label: 'Checks' },
  { id: 'setup', path: '/setup', label: 'Setup' },
];

/** Name, navigation, the account rehearsed and the two places where a login starts. */
export function SiteHeader({ site, section }: { readonly site?: SiteFacts; readonly section?: Section }) {
  if (!site) {
    return (
      <header class="site-header">
        <span class="site-name">
          <Mark /> SAML Rehearsal
        </span>
        <strong class="site-note">A rehearsal on this machine: neither Mimecast nor Microsoft</strong>
      </header>
    );
  }
  const base = site.inspectorUrl ?? '';
  return (
    <header class="site-header">
      <a class="site-name" href={`${base}/`}>
        <Mark /> SAML Rehearsal
      </a>
      <SiteNavigation base={base} section={section} />
      <WaysToStart site={site} />
    </header>
  );
}

function SiteNavigation({ base, section }: { readonly base: string; readonly section: Section | undefined }) {
  return (
    <nav class="site-nav" aria-label="Inspector">
      <ul>
        {SECTIONS.map(({ id, path, label }) => (
          <li key={id}>
            <a href={`${base}${path}`} {...(id === section ? { 'aria-current': 'page' as const } : {})}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function WaysToStart({ site }: { readonly site: SiteFacts }) {
  return (
    <ul class="site-start" aria-label="Start a login">
      <li class="site-account">
        Account <code>{site.accountCode}</code> <span class="region">{site.region}</span>
      </li>
      <li>
        <a href={site.signOnUrl}>Sign-on page</a>
      </li>
      {site.entraUrl ? (
        <li>
          <a href={site.entraUrl}>Entra stand-in</a>
        </li>
      ) : null}
    </ul>
  );
}
