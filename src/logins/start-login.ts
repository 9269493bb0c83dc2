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
import type { PendingLogin, SentRequest, SetCookie } from './login.js';
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
  const login = pendingLogin(deps, settings, loginUrl, options);
  const { request } = login;
  const sentAt = new Date(request.sentAt);
  await deps.memory.logins.save(login);
  const expires = new Date(sentAt.getTime() + REQUEST_LIFETIME_MS);
  await deps.memory.requests.add({ id: request.id, loginId: login.id, sentAt, expires });
  deps.events.emitBegun(login);
  // Whoever begins logins and never ends them must not fill the memory.
  await forgetOld(deps, sentAt, login).catch(() => undefined);
  const { xml: requestXml, destination, relayState } = request;
  const redirectUrl = request.binding === 'HTTP-Redirect' ? redirectUrlOf(request) : undefined;
  return { login, requestXml, destination, ...present({ relayState, redirectUrl }) };
}

function pendingLogin(
  { clock, random, newLoginId, requestBinding }: StartDeps,
  settings: SignOnSettings,
  loginUrl: string,
  { relayState, loginHint, cookies }: StartOptions,
): PendingLogin & { readonly request: SentRequest } {
  const { account, profile } = settings;
  const sentAt = clock.now();
  const id = `_${Buffer.from(random.bytes(16)).toString('hex')}`;
  const xml = writeAuthnRequest({
    id,
    issueInstant: sentAt,
    destination: loginUrl,
    issuer: account.entityId,
    assertionConsumerServiceUrl: account.assertionConsumerServiceUrl,
    protocolBinding: BINDING.post,
    ...present({ requestedAuthnContext: requestedContexts(profile) }),
  });
  const destination = withLoginHint(loginUrl, loginHint);
  const sent = { id, sentAt: sentAt.toISOString(), xml, destination, binding: requestBinding };
  return {
    id: newLoginId(),
    state: 'pending',
    accepted: false,
    flow: 'sp-initiated',
    accountCode: account.accountCode,
    region: account.region,
    request: { ...sent, ...present({ relayState, lint: lintOf(settings, xml, sentAt), cookies }) },
  };
}

function redirectUrlOf({ xml, destination, relayState }: SentRequest): string {
  const query = encodeRedirect({ xml, parameter: 'SAMLRequest', ...present({ relayState }) });
  return `${destination}${destination.includes('?') ? '&' : '?'}${query}`;
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
