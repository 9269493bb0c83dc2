import { AUTHN_CONTEXT } from '../saml/names.js';
import { type Obstacle, obstacle } from './aadsts.js';
import type { AuthenticationMethod } from './tenant.js';

/** How Entra names a session's methods in the text of AADSTS75011. Source: public reports of that text. */
const USED: Readonly<Record<AuthenticationMethod, string>> = {
  password: 'Password',
  x509: 'X509',
  multifactor: 'MultiFactor',
  windows: 'WindowsIntegrated',
  fido: 'Fido',
  federated: 'Password, ProtectedTransport',
};

const REQUESTED = new Map<string, string>([
  [AUTHN_CONTEXT.password, 'Password'],
  [AUTHN_CONTEXT.passwordProtectedTransport, 'Password, ProtectedTransport'],
  [AUTHN_CONTEXT.x509, 'X509'],
  [AUTHN_CONTEXT.kerberos, 'Kerberos'],
  [AUTHN_CONTEXT.windows, 'WindowsIntegrated'],
]);

const SATISFIED_BY = new Map<string, readonly AuthenticationMethod[]>([
  [AUTHN_CONTEXT.password, ['password', 'federated']],
  [AUTHN_CONTEXT.passwordProtectedTransport, ['password', 'federated']],
  [AUTHN_CONTEXT.x509, ['x509']],
  [AUTHN_CONTEXT.kerberos, ['windows']],
  [AUTHN_CONTEXT.windows, ['windows']],
]);

const ANYTHING: readonly string[] = [AUTHN_CONTEXT.unspecified, 'urn:oasis:names:tc:SAML:2.0:ac:classes:Unspecified'];

/** AADSTS75011: the session the user has does not match any class the request asks for. */
export function contextObstacle(
  requested: readonly string[],
  methods: readonly AuthenticationMethod[],
  application: string,
): Obstacle | undefined {
  const isMet = (ref: string) =>
    ANYTHING.includes(ref) || (SATISFIED_BY.get(ref) ?? []).some((method) => methods.includes(method));
  if (requested.length === 0 || requested.some(isMet)) return undefined;
  return obstacle(75011, {
    used: methods.map((method) => USED[method]).join(', '),
    requested: requested.map((ref) => REQUESTED.get(ref) ?? ref).join(', '),
    application,
  });
}
