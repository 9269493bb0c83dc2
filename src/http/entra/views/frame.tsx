import type { ComponentChildren } from 'preact';
import { Layout, type PageScript } from '../../views/layout.js';

/** A page of the stand-in: our frame, and a line that says whose page this is not. */
export function EntraFrame({
  title,
  scripts = [],
  width = 'narrow',
  children,
}: {
  readonly title: string;
  readonly scripts?: readonly PageScript[];
  readonly width?: 'narrow' | 'wide';
  readonly children: ComponentChildren;
}) {
  return (
    <Layout title={title} width={width} scripts={scripts} stylesheets={['entra.css']}>
      <p class="stand-in-notice" role="note">
        <strong>Stand-in for Microsoft Entra ID.</strong> Not Microsoft’s. Any user signs in with any password, so
        nothing here protects anything.
      </p>
      {children}
    </Layout>
  );
}
