import type { RequestHandler, Response } from 'express';
import type { AnsweredLogin, Login } from '../../logins/login.js';
import { sendFormPage } from '../forms/send-form-page.js';
import type { InspectorDeps } from './deps.js';
import { readLogin, readRequest } from './reading.js';
import { sendNotFound } from './send-not-found.js';

/** `GET /logins/:id` and `/logins/latest`: one login. */
export function loginRoute(deps: InspectorDeps): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { id } = request.params;
    const isLatest = id === 'latest';
    const login = isLatest ? (await deps.logins.list({ limit: 1 })).logins[0] : await deps.logins.find(id);
    if (!login) return isLatest ? response.redirect(302, '/') : sendNotFound(deps, response, 'login');
    await sendLogin(deps, response, login, isLatest);
  };
}

async function sendLogin(deps: InspectorDeps, response: Response, login: Login, isLatest: boolean): Promise<void> {
  const facts = { site: deps.site(), now: deps.clock.now(), isLatest };
  if (login.state === 'pending') {
    const { PendingPage } = await import('../views/login/pending-page.js');
    return sendFormPage(response, PendingPage, { ...facts, login, ...(await readRequest(login)) });
  }
  const { LoginPage } = await import('../views/login/login-page.js');
  const reading = await readLogin(login, await deps.decryptionKeys(), deps.messageLimits);
  const opinion = login.secondOpinion ?? (await deps.secondOpinion?.(login));
  const compareWith = await comparable(deps, login);
  await sendFormPage(response, LoginPage, { ...facts, login, reading, opinion, ...(compareWith && { compareWith }) });
}

/** The newest other login of the other outcome: what a refused login is best compared with is one that was accepted. */
async function comparable(
  deps: InspectorDeps,
  login: AnsweredLogin,
): Promise<{ id: string; what: string } | undefined> {
  const { logins } = await deps.logins.list({ accepted: !login.accepted, limit: 5 });
  const other = logins.find((candidate) => candidate.state === 'answered' && candidate.id !== login.id);
  return other && { id: other.id, what: login.accepted ? 'the latest refused login' : 'the latest accepted login' };
}
