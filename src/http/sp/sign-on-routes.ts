import express, { type Response } from 'express';
import { startLogin } from '../../logins/start-login.js';
import { encodePost } from '../../saml/bindings.js';
import { present } from '../../saml/present.js';
import { allowFormAction } from '../door/security.js';
import type { Turnstile } from '../door/turnstile.js';
import { sendPage } from '../inspector/send-page.js';
import { queryOf } from '../query.js';
import type { ServiceProvider } from '../service-provider.js';
import { accountNamed } from './account-named.js';
import { sendRefusal } from './assertion-consumer-routes.js';
import { requestCookies, sendRequestCookies } from './cookies.js';
import { messageFromQuery } from './message-from-request.js';
import { NoticePage, PostRequestPage, SignOnPage } from './pages.js';

/** `GET /login/saml`: the sign-on page, and with `?email=` the AuthnRequest. That Mimecast starts a login here is Microsoft's tutorial's claim. */
export function signOnRoutes(sp: ServiceProvider, turnstile: Turnstile): express.Router {
  const router = express.Router();
  router.get('/login/saml', async (request, response) => {
    const query = queryOf(request);
    if (query.has('SAMLResponse')) {
      return sendRefusal(sp, turnstile, request, response, messageFromQuery(request));
    }
    const accountCode = query.get('account') ?? codeAt(sp, request.hostname);
    const named = accountNamed(sp, accountCode);
    if ('problem' in named) {
      return sendPage(response, NoticePage, { title: 'No such account', sentences: named.problem }, 404);
    }
    const relay = present({ relayState: query.get('RelayState') ?? undefined, accountCode });
    const email = query.get('email');
    if (email === null) return sendPage(response, SignOnPage, relay);
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
      return sendPage(response, SignOnPage, { ...relay, email, problem: 'That is not an email address.' }, 400);
    }
    return sendRequest(sp, response, { loginHint: email, ...relay });
  });
  router.get(['/login/sso/mpp', '/login/sso/adcon'], async (request, response) => {
    const query = queryOf(request);
    if (query.has('SAMLResponse')) {
      return sendRefusal(sp, turnstile, request, response, messageFromQuery(request));
    }
    return response.redirect(302, '/login/saml');
  });
  return router;
}

/** On a vendor's host name of another region than the main account's: the first account of that region. */
function codeAt({ accounts }: ServiceProvider, host: string): string | undefined {
  const all = accounts.map(({ account }) => account());
  const at = all.findIndex(({ assertionConsumerServiceUrl: url }) => new URL(url).hostname === host.toLowerCase());
  return at > 0 ? all[at]?.accountCode : undefined;
}

async function sendRequest(
  sp: ServiceProvider,
  response: Response,
  options: { readonly loginHint: string; readonly relayState?: string; readonly accountCode?: string },
): Promise<void> {
  const cookies = requestCookies(response.req.hostname);
  const started = await startLogin(sp, { ...options, cookies });
  if (!started) {
    const sentences = [
      'The Authentication Profile has no Login URL yet.',
      'Import the identity provider’s metadata first; then begin again.',
    ];
    const account = options.accountCode === undefined ? '' : `?account=${encodeURIComponent(options.accountCode)}`;
    const link = { url: `${sp.origin()}/setup/authentication-profile${account}`, text: 'Authentication Profile' };
    return sendPage(response, NoticePage, { title: 'No identity provider yet', sentences, link }, 409);
  }
  sendRequestCookies(response, cookies, started.login.request?.id ?? '');
  if (started.redirectUrl !== undefined) return response.redirect(302, started.redirectUrl);
  const { destination, requestXml, relayState } = started;
  allowFormAction(response, destination);
  const samlRequest = encodePost(requestXml);
  return sendPage(response, PostRequestPage, { destination, samlRequest, ...present({ relayState }) });
}
