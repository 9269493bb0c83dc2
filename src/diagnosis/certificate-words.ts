import type { Evidence, Signature } from '../saml/evidence.js';
import type { Certificate } from '../saml/parties.js';
import type { Expectations } from './expectations.js';
import { listed, show } from './show.js';
import { utc } from './time-words.js';

/** `SHA-1 AB12…, CN=..., valid until 2028-01-01`. */
export function certificateWords({ thumbprintSha1, thumbprintSha256, subject, notAfter }: Certificate): string {
  const until = utc(notAfter.getTime()).slice(0, 10);
  return `SHA-1 ${thumbprintSha1} (SHA-256 ${thumbprintSha256.slice(0, 16)}…), ${show(subject, 80)}, valid until ${until}`;
}

/** Several certificates: at most three are spelled out. */
export function certificatesWords(certificates: readonly Certificate[]): string {
  if (certificates.length === 1 && certificates[0]) return certificateWords(certificates[0]);
  const named = certificates
    .slice(0, 3)
    .map(({ thumbprintSha1, subject }) => `SHA-1 ${thumbprintSha1} (${show(subject, 50)})`);
  const more = certificates.length > 3 ? `, or one of ${certificates.length - 3} more` : '';
  return `${listed(named, 'or')}${more}`;
}

type Why =
  | 'tenant-metadata'
  | 'wrong-tenant'
  | 'rollover'
  | 'older-certificate'
  | 'unknown-key'
  | 'unknown-and-does-not-verify';

const TENANT_KEY = /CN=accounts\.accesscontrol\.windows\.net|CN=login\.microsoftonline/i;
const APP_KEY = /CN=Microsoft Azure Federated SSO Certificate/i;

/** The likeliest reason why a message is signed with a certificate that is not among the published ones. */
export function whyUnpublished(
  signature: Signature,
  certificate: Certificate,
  published: readonly Certificate[],
  expected: Expectations,
  evidence: Partial<Evidence>,
): { readonly kind: Why; readonly words: string } {
  if (signature.value === 'fails') {
    return { kind: 'unknown-and-does-not-verify', words: 'nor does it verify the signature' };
  }
  const tenantKeysOnly = published.every(({ subject }) => TENANT_KEY.test(subject));
  if (expected.identityProvider.metadataIsTenantWide || (tenantKeysOnly && APP_KEY.test(certificate.subject))) {
    const words =
      "the metadata in use is the tenant's, fetched without ?appid=, and this application signs with its own key";
    return { kind: 'tenant-metadata', words };
  }
  const issuer = evidence.assertion?.issuer?.value ?? evidence.response?.issuer?.value;
  const { entityId } = expected.identityProvider;
  if (issuer !== undefined && entityId !== undefined && issuer !== entityId) {
    return {
      kind: 'wrong-tenant',
      words: `the message is from ${show(issuer, 120)}, the certificates are those of ${show(entityId, 120)}`,
    };
  }
  const namesakes = published.filter(({ subject }) => subject === certificate.subject);
  if (namesakes.length === 0)
    return { kind: 'unknown-key', words: `it is ${show(certificate.subject, 80)}, a stranger` };
  const newest = Math.max(...namesakes.map(({ notBefore }) => notBefore.getTime()));
  const from = utc(certificate.notBefore.getTime()).slice(0, 10);
  return certificate.notBefore.getTime() > newest
    ? {
        kind: 'rollover',
        words: `it has the same name but is newer (valid from ${from}), so the identity provider has changed its certificate, or it is that of another application`,
      }
    : {
        kind: 'older-certificate',
        words: `it has the same name but is not newer (valid from ${from}), so an old certificate is active, or it is that of another application`,
      };
}
