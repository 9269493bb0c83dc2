import { Layout, type SiteFacts } from './layout.js';

const WORDS = {
  login: {
    title: 'There is no such login',
    text: 'It may have been forgotten: only the newest logins are kept, and an in-memory store starts empty.',
    href: '/',
    label: 'All logins',
    section: 'logins',
  },
  check: {
    title: 'There is no such check',
    text: 'Ids of checks name the good state, such as audience-matches.',
    href: '/checks',
    label: 'All checks',
    section: 'checks',
  },
} as const;

/** 404 of the inspector. */
export function NotFoundPage({ site, what }: { readonly site: SiteFacts; readonly what: keyof typeof WORDS }) {
  const { title, text, href, label, section } = WORDS[what];
  return (
    <Layout title={title} site={site} section={section} width="narrow">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href={href}>{label}</a>
      </p>
    </Layout>
  );
}
