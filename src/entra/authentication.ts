import { AUTHN_CONTEXT, ENTRA_CLAIM } from '../saml/names.js';

const METHOD = 'http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/';

export const UNSPECIFIED_METHOD = `${METHOD}unspecified`;

/** How a user has authenticated, as far as it shows. */
export interface Authentication {
  /** As the sign-in page offers it. */
  readonly title: string;
  /** Values of the authnmethodsreferences claim. */
  readonly references: readonly string[];
  /** URI in the AuthnContextClassRef of the assertion. */
  readonly contextClassRef: string;
  /** How AADSTS75011 names it. */
  readonly words: string;
  /** RequestedAuthnContext classes it satisfies. */
  readonly satisfies: readonly string[];
}

const PASSWORD_CLASSES = [AUTHN_CONTEXT.password, AUTHN_CONTEXT.passwordProtectedTransport];

/**
 * Password and multi-factor are as captured (AuthnContextClassRef stays Password even after MFA); the words of AADSTS75011 are from
 * reports; which classes the other methods put into AuthnContextClassRef is inferred.
 */
export const AUTHENTICATIONS = {
  password: {
    title: 'Password',
    references: [`${METHOD}password`],
    contextClassRef: AUTHN_CONTEXT.password,
    words: 'Password',
    satisfies: PASSWORD_CLASSES,
  },
  'multi-factor': {
    title: 'Password and Microsoft Authenticator (MFA)',
    references: [`${METHOD}password`, ENTRA_CLAIM.multipleAuthn],
    contextClassRef: AUTHN_CONTEXT.password,
    words: 'Password, MultiFactor',
    satisfies: PASSWORD_CLASSES,
  },
  'windows-integrated': {
    title: 'Windows integrated (seamless single sign-on)',
    references: [`${METHOD}windows`],
    contextClassRef: AUTHN_CONTEXT.windows,
    words: 'WindowsIntegrated',
    satisfies: [AUTHN_CONTEXT.windows, AUTHN_CONTEXT.kerberos],
  },
  'windows-hello': {
    title: 'Windows Hello for Business',
    references: [`${METHOD}x509`, ENTRA_CLAIM.multipleAuthn],
    contextClassRef: AUTHN_CONTEXT.x509,
    words: 'X509, MultiFactor, X509Device',
    satisfies: [AUTHN_CONTEXT.x509],
  },
  fido: {
    title: 'FIDO2 security key',
    references: [ENTRA_CLAIM.multipleAuthn, UNSPECIFIED_METHOD],
    contextClassRef: AUTHN_CONTEXT.unspecified,
    words: 'MultiFactor, Fido',
    satisfies: [],
  },
  'one-time-passcode': {
    title: 'E-mail one-time passcode (guests)',
    references: [ENTRA_CLAIM.multipleAuthn, UNSPECIFIED_METHOD],
    contextClassRef: AUTHN_CONTEXT.unspecified,
    words: 'MultiFactor, OneTimePasscode',
    satisfies: [],
  },
} as const satisfies Record<string, Authentication>;

export type AuthenticationMethod = keyof typeof AUTHENTICATIONS;

export function isAuthenticationMethod(name: string): name is AuthenticationMethod {
  return Object.hasOwn(AUTHENTICATIONS, name);
}

export function authenticationBy(method: AuthenticationMethod): Authentication {
  return AUTHENTICATIONS[method];
}

/** A session of a user: when it began, and how. */
export interface SignInSession {
  readonly method: AuthenticationMethod;
  readonly authenticatedAt: Date;
}
