import express, { type Request, type Response } from 'express';
import { lacksTrust } from '../../diagnosis/refusal.js';
import { factsOf } from '../../logins/log.js';
import type { AnsweredLogin } from '../../logins/login.js';
import { receiveResponse } from '../../logins/receive.js';
import type { ReceivedMessage } from '../../saml/evidence.js';
import { requestIdOf } from '../door/request-ids.js';
import type { Turnstile } from '../door/turnstile.js';
import { sendPage } from '../inspector/send-page.js';
import type { ServiceProvider } from '../service-provider.js';
import { landingPath } from './landing.js';
import { arrivalOf, messageFromPost } from './message-from-request.js';
import { NoticePage, RefusedPage } from './pages.js';
import type { Sessions } from './session.js';

const DEFAULT_ENDPOINT = '/login/saml';
const ENDPOINTS = [DEFAULT_ENDPOINT, '/login/sso/mpp', '/login/sso/adcon'];

/** The AssertionConsumerServices: a post is recorded and judged whatever it is, and only then answered. */
export function assertionConsumerRoutes(sp: ServiceProvider, turnstile: Turnstile, sessions: Sessions): express.Router {
  const router = express.Router();
  router.post(ENDPOINTS, async (request, response) => {
    const message = await messageFromPost(request, sp.limits.bodyBytes);
    // Not before the message is here: a sender that is slow keeps nobody else waiting.
    const login = await turnstile.pass(() => receive(sp, request, response, message));
    if (!login.accepted) return sendRefusedPage(sp, response, login, message);
    try {
      await sessions.attach(request, response);
      await sessions.signIn(request, login);
    } catch (error) {
      sp.log.error({ login: login.id, ...factsOf(error) }, 'A login was taken, but its session could not be kept.');
      return sendTakenPage(response, login);
    }
    response.redirect(302, landingPath(request.path, login.user));
  });
  return router;
}

/** The response is used up: to say that nothing was taken would have it sent again, and refused as a replay. */
function sendTakenPage(response: Response, { id }: AnsweredLogin): Promise<void> {
  response.set('Retry-After', '5');
  const sentences = [
    `This login was accepted and is kept (${id}), but nobody could be signed in: no session can be stored right now.`,
    'Do not send it again; go back to the sign-on page in a moment and log on anew.',
  ];
  return sendPage(response, NoticePage, { title: 'Not now', sentences }, 503);
}

/** Records, judges and refuses a message that came in a way no response may come. */
export async function sendRefusal(
  sp: ServiceProvider,
  turnstile: Turnstile,
  request: Request,
  response: Response,
  message: ReceivedMessage,
): Promise<void> {
  const login = await turnstile.pass(() => receive(sp, request, response, message));
  await sendRefusedPage(sp, response, login, message);
}

async function receive(
  sp: ServiceProvider,
  request: Request,
  response: Response,
  message: ReceivedMessage,
): Promise<AnsweredLogin> {
  // On the vendor's host names each region has its own Reply URL.
  const urls = sp.accounts.map(({ account }) => account().assertionConsumerServiceUrl);
  const here = urls.find((one) => new URL(one).hostname === request.hostname);
  const url = here ?? urls[0] ?? `${sp.origin()}${DEFAULT_ENDPOINT}`;
  const acsUrl = request.path === DEFAULT_ENDPOINT ? url : `${new URL(url).origin}${request.path}`;
  return receiveResponse(sp, message, arrivalOf(request, acsUrl, requestIdOf(response)));
}

async function sendRefusedPage(
  sp: ServiceProvider,
  response: Response,
  { id: loginId, accountCode, diagnosis }: AnsweredLogin,
  message: ReceivedMessage,
): Promise<void> {
  const status = statusOf(message);
  if (status === 405) response.set('Allow', 'POST');
  const inspectorUrl = sp.origin();
  const importUrl = `${inspectorUrl}/setup/authentication-profile?account=${accountCode}`;
  await sendPage(response, RefusedPage, { loginId, inspectorUrl, ...(lacksTrust(diagnosis) && { importUrl }) }, status);
}

/** 403 is the verdict's own status; the others say that there was no form to judge. */
function statusOf({ method, contentType, oversize }: ReceivedMessage): number {
  if (method === 'GET') return 405;
  if (oversize) return 413;
  return contentType !== undefined && !/^application\/x-www-form-urlencoded\b/i.test(contentType) ? 415 : 403;
}
