import type { Response } from 'express';
import type { Refusal } from '../../entra/aadsts.js';
import type { Answer } from '../../entra/stand-in.js';
import { allowFormAction } from '../door/security.js';
import { sendFormPage } from '../forms/send-form-page.js';
import { sendPage } from '../inspector/send-page.js';
import type { EntraSite } from './deps.js';
import type { Carried } from './incoming.js';
import { ErrorPage } from './views/error-page.js';
import { PostResponsePage } from './views/post-response-page.js';
import { SignInPage } from './views/sign-in-page.js';

/** Form, error page or another address: whatever a login came to. */
export async function sendAnswer(response: Response, site: EntraSite, answer: Answer): Promise<void> {
  if (answer.kind === 'refused') return sendRefusal(response, site, answer);
  if (answer.kind === 'open') return response.redirect(303, answer.url);
  allowFormAction(response, answer.acsUrl);
  const { acsUrl: action, fields, delivery } = answer;
  return sendPage(response, PostResponsePage, { action, fields, ...(delivery && { delivery }) });
}

/** Entra's error page. That it comes with status 400 is the stand-in's choice, so that scripts notice. */
export function sendRefusal(response: Response, { entra }: EntraSite, refusal: Refusal): Promise<void> {
  const { name, applicationId } = entra.application;
  return sendPage(response, ErrorPage, { refusal, applicationName: name, applicationId }, 400);
}

export async function sendSignInPage(
  response: Response,
  { entra }: EntraSite,
  about: { readonly carried: Carried; readonly signedIn: readonly string[]; readonly loginHint: string | undefined },
): Promise<void> {
  const { carried, signedIn, loginHint } = about;
  const { faults } = await import('../../entra/faults/index.js');
  return sendFormPage(response, SignInPage, {
    action: `/${entra.tenant.id}/login`,
    applicationName: entra.application.name,
    users: entra.users,
    faults,
    carried,
    signedIn,
    ...(loginHint !== undefined && { loginHint }),
  });
}
