import express, { type Request, type Response } from 'express';
import type { IncomingRequest } from '../../entra/sign-in-question.js';
import { readLogoutRequest } from '../../saml/read-logout.js';
import { sendPage } from '../inspector/send-page.js';
import type { EntraSite } from './deps.js';
import { sendAnswer } from './send-answer.js';
import { SignedOutPage } from './views/signed-out-page.js';

/** `/signout`: somebody signs out at Entra, which tells the application when it has a Logout URL. */
export function signOutRoutes(site: EntraSite): express.Router {
  const { entra, sessions } = site;
  const router = express.Router();
  router.get('/signout', async (request, response) => {
    const [first] = sessions.list(request);
    sessions.end(request);
    const user = first && entra.directory.find(first.userPrincipalName);
    const opening = user && entra.signOut(user, first.sessionIndexes);
    return opening ? response.redirect(303, opening.url) : sendPage(response, SignedOutPage, {});
  });
  return router;
}

/** A message at `/saml2` by HTTP-Redirect that ends sessions and does not begin one. */
export function isAboutLogout({ requestXml, redirect }: IncomingRequest): boolean {
  return (
    redirect?.parameter === 'SAMLResponse' ||
    (redirect !== undefined && readLogoutRequest(requestXml).request !== undefined)
  );
}

/** Ends the browser's sessions, whoever the NameID names, and answers; the answer of an application to Entra's request ends here. */
export function answerLogout(site: EntraSite, request: Request, response: Response, incoming: IncomingRequest) {
  const { entra, sessions } = site;
  if (incoming.redirect?.parameter === 'SAMLResponse') return sendPage(response, SignedOutPage, {});
  const { requestXml: xml, relayState } = incoming;
  const sessionIndexes = sessions.list(request).flatMap((session) => session.sessionIndexes);
  const answer = entra.logOut({ xml, ...(relayState !== undefined && { relayState }) }, sessionIndexes);
  if (answer.kind === 'open') sessions.end(request);
  return sendAnswer(response, site, answer);
}
