import type { Random } from '../clock.js';
import type { Finding } from '../diagnosis/check.js';
import { requestAcceptableToEntra } from '../diagnosis/checks/request-acceptable-to-entra.js';
import { diagnose } from '../diagnosis/diagnose.js';
import { encodeRedirect } from '../saml/bindings.js';
import { AUTHN_CONTEXT, BINDING } from '../saml/names.js';
import { present } from '../saml/present.js';
import { writeAuthnRequest } from '../saml/write-authn-request.js';
import type { AuthenticationProfile } from '../sp/authentication-profile.js';
import { createDirectory } from '../sp/directory.js';
import { expectLogin } from './expect-login.js';
import { forgetOld } from './forget-old.js';
import type { PendingLogin, SetCookie } from './login.js';
import { REQUEST_LIFETIME_MS } from './pending-requests.js';
import type { ReceiverDeps } from './receive.js';
import type { SignOnSettings } from './sign-on-settings.js';

export interface StartedLogin {
  readonly login: PendingLogin;
  readonly requestXml: string;
  readonly destination: string;
  readonly relayState?: string;
  /** The full URL to go to, when the request goes out by HTTP-Redirect. */
  readonly redirectUrl?: string;
}

export interface StartDeps extends ReceiverDeps {
  readonly random: Random;
  readonly requestBinding: 'HTTP-POST' | 'HTTP-Redirect';
}

export interface StartOptions {
  readonly relayState?: string;
  readonly loginHint?: string;
  readonly accountCode?: string;
  /** Cookies the browser gets with the request. */
  readonly cookies?: readonly SetCookie[];
}

/** Writes the AuthnRequest as the vendor would, and remembers it as a pending login. `undefined` when no Login URL is known yet. */
export async function startLogin(deps: StartDeps, options: StartOptions = {}): Promise<StartedLogin | undefined> {
  const settings = await deps.settings(options.accountCode);
  const loginUrl = settings.profile.loginUrl;
  if (loginUrl === undefined) return undefined;
  const sentAt = deps.clock.now();
  const destination = withLoginHint(loginUrl, options.loginHint);
  const id = `_${Buffer.from(deps.random.bytes(16)).toString('hex')}`;
  const requestXml = writeAuthnRequest({
    id,
    issueInstant: sentAt,
    destination: loginUrl,
    issuer: settings.account.entityId,
    assertionConsumerServiceUrl: settings.account.assertionConsumerServiceUrl,
    protocolBinding: BINDING.post,
    ...present({ requestedAuthnContext: requestedContexts(settings.profile) }),
  });
  const lint = lintOf(settings, requestXml, sentAt);
  const login: PendingLogin = {
    id: deps.newLoginId(),
    state: 'pending',
    accepted: false,
    flow: 'sp-initiated',
    accountCode: settings.account.accountCode,
    region: settings.account.region,
    request: {
      id,
      sentAt: sentAt.toISOString(),
      xml: requestXml,
      destination,
      binding: deps.requestBinding,
      ...present({ relayState: options.relayState, lint, cookies: options.cookies }),
    },
  };
  await deps.memory.logins.save(login);
  await deps.memory.requests.add({
    id,
    loginId: login.id,
    sentAt,
    expires: new Date(sentAt.getTime() + REQUEST_LIFETIME_MS),
  });
  deps.events.emitBegun(login);
  // Whoever begins logins and never ends them must not fill the memory.
  await forgetOld(deps, sentAt, login).catch(() => undefined);
  const query =
    deps.requestBinding === 'HTTP-Redirect'
      ? encodeRedirect({ xml: requestXml, parameter: 'SAMLRequest', ...present({ relayState: options.relayState }) })
      : undefined;
  const redirectUrl = query && `${destination}${destination.includes('?') ? '&' : '?'}${query}`;
  return { login, requestXml, destination, ...present({ relayState: options.relayState, redirectUrl }) };
}

/** What Entra will object to, looked at before the request leaves: what it refuses never comes back. */
function lintOf(settings: SignOnSettings, requestXml: string, at: Date): Finding | undefined {
  const expected = expectLogin(settings, NOBODY, {}, {}, { at, acsUrl: settings.account.assertionConsumerServiceUrl });
  const correlation = { ...expected.correlation, requestXml };
  const transport = { received: { binding: 'HTTP-POST' } } as const;
  const [finding] = diagnose({ transport }, { ...expected, correlation }, [requestAcceptableToEntra]).findings;
  return finding?.status === 'fail' ? finding : undefined;
}

/** A request names no user: the directory has no say in it. */
const NOBODY = createDirectory({ domains: [], addresses: [] });

/** `login_hint` is Entra's replacement for a Subject in the request. */
function withLoginHint(loginUrl: string, hint: string | undefined): string {
  if (hint === undefined) return loginUrl;
  return `${loginUrl}${loginUrl.includes('?') ? '&' : '?'}login_hint=${encodeURIComponent(hint)}`;
}

/** Which classes the two boxes stand for is inferred (AD FS and Entra use these URIs); Mimecast's own request is not public. */
function requestedContexts(profile: AuthenticationProfile) {
  const classRefs = [
    ...(profile.usePasswordProtectedContext ? [AUTHN_CONTEXT.passwordProtectedTransport] : []),
    ...(profile.useIntegratedAuthenticationContext ? [AUTHN_CONTEXT.windows] : []),
  ];
  return classRefs.length === 0 ? undefined : { comparison: 'exact' as const, classRefs };
}
