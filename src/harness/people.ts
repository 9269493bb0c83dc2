import type { Address } from '../sp/directory.js';

/** Who is in the internal directory of a new rehearsal; the stand-in has the same three. */
export const PEOPLE: readonly Address[] = [
  { email: 'B.Simon@contoso.com', globalName: 'B. Simon', roles: [] },
  { email: 'Adele.Vance@contoso.com', globalName: 'Adele Vance', roles: ['Full Administrator'] },
  { email: 'Lidia.Holloway@contoso.com', globalName: 'Lidia Holloway', roles: [] },
];

export const DOMAINS: readonly string[] = ['contoso.com'];
