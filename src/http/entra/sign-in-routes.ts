import express, { type Request, type Response } from 'express';
import { readForm } from '../forms/read-form.js';
import { queryOf, rawQueryOf } from '../query.js';
import type { EntraSite } from './deps.js';
import { type Carried, openCarried } from './incoming.js';
import { isTenant } from './metadata-routes.js';
import { sendAnswer, sendRefusal, sendSignInPage } from './send-answer.js';
import { carriedFrom, choiceFrom, fieldOf, type SignInChoice } from './sign-in-form.js';
import { answerLogout, isAboutLogout } from './sign-out-routes.js';

/** `/<tenant>/saml2` in both bindings, also for one application by its GUID, and the sign-in page's own form. */
export function signInRoutes(site: EntraSite): express.Router {
  const router = express.Router();
  const endpoint = ['/:tenant/saml2', '/:tenant/saml2/:target'];
  router.get(endpoint, (request, response) =>
    beginSignIn(site, request, response, {
      binding: 'HTTP-Redirect',
      query: rawQueryOf(request),
      ...targetOf(request),
    }),
  );
  router.post(endpoint, async (request, response) => {
    const { fields } = await readForm(request, site.limits.bodyBytes);
    if (fieldOf(fields, 'SAMLRequest') === undefined) {
      return sendRefusal(response, site, site.entra.refuse(900144, { name: 'SAMLRequest' }));
    }
    return beginSignIn(site, request, response, { ...carriedFrom(fields), ...targetOf(request) });
  });
  router.post('/:tenant/login', async (request, response) => {
    const { fields } = await readForm(request, site.limits.bodyBytes);
    return signIn(site, request, response, carriedFrom(fields), choiceFrom(fields));
  });
  router.all('/:tenant/login', (request, response) =>
    sendRefusal(response, site, site.entra.refuse(900561, { accepted: 'POST', received: request.method })),
  );
  return router;
}

function targetOf({ params }: Request): { target?: string } {
  return params.target === undefined ? {} : { target: String(params.target) };
}

async function beginSignIn(site: EntraSite, request: Request, response: Response, carried: Carried): Promise<void> {
  const { entra, sessions } = site;
  const query = queryOf(request);
  const { incoming, refusal } = openChecked(site, request, carried);
  if (refusal) return sendRefusal(response, site, refusal);
  if (isAboutLogout(incoming)) return answerLogout(site, request, response, incoming);
  const queuedUser = entra.queue.nextUser();
  const loginHint = queuedUser ?? query.get('login_hint') ?? undefined;
  if (loginHint !== undefined && (queuedUser !== undefined || query.get('auto') === '1')) {
    return signIn(site, request, response, carried, { user: loginHint, faults: [] });
  }
  const inspected = entra.inspectRequest(incoming);
  if (inspected.obstacle) return sendAnswer(response, site, entra.turnDown(inspected.obstacle, inspected.address));
  const signedIn = sessions.list(request).map(({ userPrincipalName }) => userPrincipalName.toLowerCase());
  // Silent: the session there is, or none, and no page in either case.
  if (inspected.accepted.isPassive) {
    return signIn(site, request, response, carried, { user: loginHint ?? signedIn[0] ?? '', faults: [] });
  }
  return sendSignInPage(response, site, { carried, signedIn, loginHint });
}

async function signIn(
  site: EntraSite,
  request: Request,
  response: Response,
  carried: Carried,
  choice: SignInChoice,
): Promise<void> {
  const { entra, sessions, clock } = site;
  const { incoming, refusal } = openChecked(site, request, carried);
  if (refusal) return sendRefusal(response, site, refusal);
  // Another way to sign in than that of the session begins a new one.
  const known = sessions.find(request, choice.user);
  const session = choice.method === undefined || choice.method === known?.method ? known : undefined;
  const question = { kind: 'sp-initiated', ...incoming, ...choice, ...(session && { session }) } as const;
  const answer = await entra.answer(question);
  const user = entra.directory.find(choice.user);
  if (answer.kind === 'post' && user) {
    const begun = { method: choice.method ?? user.signsInWith, sessionIndexes: [] };
    const { method, sessionIndexes } = session ?? begun;
    const { authenticatedAt = clock.now() } = answer;
    const indexes = [...sessionIndexes, ...(answer.sessionIndex === undefined ? [] : [answer.sessionIndex])];
    const { userPrincipalName } = user;
    sessions.put(request, response, { userPrincipalName, method, authenticatedAt, sessionIndexes: indexes });
  }
  return sendAnswer(response, site, answer);
}

/** The message, once tenant and binding are in order. */
function openChecked({ entra, limits }: EntraSite, request: Request, carried: Carried) {
  const tenant = String(request.params.tenant);
  if (!isTenant(entra.tenant, tenant)) return { refusal: entra.refuse(90002, { tenant }) };
  const { incoming, aadsts } = openCarried(carried, limits.message.maxBytes);
  return incoming ? { incoming } : { refusal: entra.refuse(aadsts) };
}
