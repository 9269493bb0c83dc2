import express, { type Request, type Response } from 'express';
import type { Refusal } from '../../entra/aadsts.js';
import type { Answer } from '../../entra/stand-in.js';
import { sendPage } from '../inspector/send-page.js';
import { readForm } from '../read-form.js';
import { allowFormAction } from '../security.js';
import type { EntraSite } from './deps.js';
import { type Carried, openCarried } from './incoming.js';
import { isTenant } from './metadata-routes.js';
import { queryOf, rawQueryOf } from './query.js';
import { ErrorPage } from './views/error-page.js';
import { PostResponsePage } from './views/post-response-page.js';
import { SignInPage } from './views/sign-in-page.js';

/** `/<tenant>/saml2` in both bindings, and the sign-in page's own form. */
export function signInRoutes(site: EntraSite): express.Router {
  const router = express.Router();
  router.get('/:tenant/saml2', async (request, response) => {
    const carried = { binding: 'HTTP-Redirect', query: rawQueryOf(request) } as const;
    return beginSignIn(site, request, response, carried);
  });
  router.post('/:tenant/saml2', async (request, response) => {
    const { fields } = await readForm(request);
    const samlRequest = fieldOf(fields, 'SAMLRequest');
    if (samlRequest === undefined) return sendRefusal(response, site.entra.refuse(750054), site);
    const relayState = fieldOf(fields, 'RelayState');
    const carried = { binding: 'HTTP-POST', samlRequest, ...(relayState !== undefined && { relayState }) } as const;
    return beginSignIn(site, request, response, carried);
  });
  router.post('/:tenant/login', async (request, response) => {
    const { fields } = await readForm(request);
    const carried = carriedFrom(fields);
    const user = fieldOf(fields, 'user') || fieldOf(fields, 'other') || '';
    const faults = fields.filter(([name, value]) => name === 'fault' && value !== '').map(([, value]) => value);
    return signIn(site, request, response, carried, { user, faults });
  });
  return router;
}

async function beginSignIn(site: EntraSite, request: Request, response: Response, carried: Carried): Promise<void> {
  const { entra } = site;
  const query = queryOf(request);
  const queuedUser = entra.queue.nextUser();
  const loginHint = queuedUser ?? query.get('login_hint') ?? undefined;
  const isWithoutPage = queuedUser !== undefined || query.get('auto') === '1';
  if (isWithoutPage && loginHint !== undefined) {
    return signIn(site, request, response, carried, { user: loginHint, faults: [] });
  }
  const opened = openChecked(site, request, carried);
  if (opened.refusal) return sendRefusal(response, opened.refusal, site);
  const inspected = entra.inspectRequest(opened.incoming);
  if (inspected.obstacle) {
    return sendRefusal(response, entra.refuse(inspected.obstacle.aadsts, inspected.obstacle.values), site);
  }
  return sendPage(response, SignInPage, {
    action: `/${entra.tenant.id}/login`,
    applicationName: entra.application.name,
    users: entra.users,
    carried,
    ...(loginHint !== undefined && { loginHint }),
  });
}

async function signIn(
  site: EntraSite,
  request: Request,
  response: Response,
  carried: Carried,
  { user, faults }: { readonly user: string; readonly faults: readonly string[] },
): Promise<void> {
  const opened = openChecked(site, request, carried);
  if (opened.refusal) return sendRefusal(response, opened.refusal, site);
  const answer = await site.entra.answer({ kind: 'sp-initiated', ...opened.incoming, user, faults });
  return sendAnswer(response, answer, site);
}

/** The message, once tenant and binding are in order. */
function openChecked({ entra }: EntraSite, request: Request, carried: Carried) {
  const tenant = String(request.params.tenant);
  if (!isTenant(entra.tenant, tenant)) return { refusal: entra.refuse(90002, { tenant }) };
  const { incoming, aadsts } = openCarried(carried);
  return incoming ? { incoming } : { refusal: entra.refuse(aadsts) };
}

function sendAnswer(response: Response, answer: Answer, site: EntraSite): Promise<void> | void {
  if (answer.kind === 'refused') return sendRefusal(response, answer, site);
  if (answer.kind === 'open') return response.redirect(303, answer.url);
  allowFormAction(response, answer.acsUrl);
  return sendPage(response, PostResponsePage, { action: answer.acsUrl, fields: answer.fields });
}

/** Entra's error page. That it comes with status 400 is the stand-in's choice, so that scripts notice. */
function sendRefusal(response: Response, refusal: Refusal, { entra }: EntraSite): Promise<void> {
  const { name, applicationId } = entra.application;
  return sendPage(response, ErrorPage, { refusal, applicationName: name, applicationId }, 400);
}

function carriedFrom(fields: readonly (readonly [string, string])[]): Carried {
  const samlRequest = fieldOf(fields, 'SAMLRequest');
  if (samlRequest === undefined) return { binding: 'HTTP-Redirect', query: fieldOf(fields, 'query') ?? '' };
  const relayState = fieldOf(fields, 'RelayState');
  return { binding: 'HTTP-POST', samlRequest, ...(relayState !== undefined && { relayState }) };
}

function fieldOf(fields: readonly (readonly [string, string])[], name: string): string | undefined {
  return fields.find(([field]) => field === name)?.[1];
}
