import type { ComponentChildren } from 'preact';
import { EntraFrame } from '../frame.js';

const PLACES = [
  { path: '/new-application', label: 'New application' },
  { path: '/', label: 'My Apps and single sign-on' },
  { path: '/application/users-and-groups', label: 'Users and groups' },
  { path: '/application/properties', label: 'Properties' },
  { path: '/users', label: 'All users' },
] as const;

/** A page of the portal: where one is, what went wrong, and the page itself. */
export function PortalFrame({
  title,
  trail,
  place,
  problem,
  children,
}: {
  readonly title: string;
  /** The way here in the portal, e.g. `Enterprise applications > Mimecast`. */
  readonly trail: string;
  readonly place?: (typeof PLACES)[number]['path'];
  readonly problem?: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <EntraFrame title={title} width="wide" scripts={['copy']}>
      <nav class="portal-nav" aria-label="Stand-in for Entra ID">
        <ul>
          {PLACES.map(({ path, label }) => (
            <li key={path}>
              <a href={path} {...(path === place ? { 'aria-current': 'page' as const } : {})}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="portal-trail">{trail}</p>
      <h1>{title}</h1>
      {problem === undefined ? null : (
        <p role="alert" class="entra-error">
          {problem}
        </p>
      )}
      {children}
    </EntraFrame>
  );
}
