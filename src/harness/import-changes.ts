import { readCertificates } from '../saml/certificates.js';
import type { AuthenticationProfile } from '../sp/authentication-profile.js';

const FIELDS = [
  ['issuer', 'Issuer'],
  ['loginUrl', 'Login URL'],
  ['logoutUrl', 'Logout URL'],
] as const;

/** What an import changes in a profile, a sentence for each field; certificates by their SHA-1 thumbprint, as Entra's portal shows it. */
export function importChanges(before: AuthenticationProfile, imported: Partial<AuthenticationProfile>): string[] {
  const fields = FIELDS.flatMap(([key, name]) => {
    const [was, is] = [before[key], imported[key]];
    if (is === undefined || is === was) return [];
    return [was === undefined ? `${name}: ${is}.` : `${name}: ${is} instead of ${was}.`];
  });
  const [old, fresh] = [thumbprints(before), thumbprints(imported)];
  return [
    ...fields,
    ...fresh.filter((one) => !old.includes(one)).map((one) => `Certificate added: ${one}.`),
    ...old.filter((one) => !fresh.includes(one)).map((one) => `Certificate removed: ${one}.`),
  ];
}

const thumbprints = ({ identityProviderCertificates = [] }: Partial<AuthenticationProfile>): string[] =>
  identityProviderCertificates.flatMap((text) => readCertificates(text).map(({ thumbprintSha1 }) => thumbprintSha1));
