/** What a name in the query of a post is marked with among the names of the form's fields. */
const IN_QUERY = '?';

/** The name of a parameter that came in the query of a post, so that it is not taken for a field of the form. */
export const queryFieldName = (name: string): string => `${IN_QUERY}${name}`;

export const isInQuery = (name: string): boolean => name.startsWith(IN_QUERY);

/**
 * Whether some reader would take a field for the one wanted: percent-encoded (`SAML%52esponse`), as an array (`SAMLResponse[]`), in
 * another case, or in the query. Two readers must not find two messages in one post.
 */
export function couldBe(name: string, wanted: 'SAMLResponse' | 'SAMLRequest'): boolean {
  const bare = decoded(name)
    .replace(/^[?\s]+/, '')
    .replace(/[[.\s].*$/s, '');
  return bare.toLowerCase() === wanted.toLowerCase();
}

function decoded(name: string): string {
  return name.replace(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
