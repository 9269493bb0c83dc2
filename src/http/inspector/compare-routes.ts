import type { RequestHandler } from 'express';
import type { AnsweredLogin } from '../../logins/login.js';
import { queryOf } from '../query.js';
import { compare } from './comparison.js';
import type { InspectorDeps } from './deps.js';
import { readLogin } from './reading.js';
import { sendNotFound } from './send-not-found.js';
import { sendPage } from './send-page.js';

/** `GET /compare?login=a&login=b`: the form of the list, turned into an address to keep. */
export function compareFormRoute(): RequestHandler {
  return (request, response) => {
    const marked = queryOf(request).getAll('login');
    const [newer, older] = marked;
    if (newer === undefined || older === undefined) return response.redirect(302, '/');
    // The list is newest first; what happened first stands on the left.
    response.redirect(302, `/compare/${encodeURIComponent(older)}/${encodeURIComponent(newer)}`);
  };
}

/** `GET /compare/:a/:b`. */
export function compareRoute(deps: InspectorDeps): RequestHandler<{ a: string; b: string }> {
  return async (request, response) => {
    const [left, right] = await Promise.all([deps.logins.find(request.params.a), deps.logins.find(request.params.b)]);
    if (left?.state !== 'answered' || right?.state !== 'answered') return sendNotFound(deps, response, 'login');
    const keys = await deps.decryptionKeys();
    const side = async (login: AnsweredLogin) => ({ login, reading: await readLogin(login, keys, deps.messageLimits) });
    const comparison = compare(await side(left), await side(right));
    const { ComparePage } = await import('../views/compare/compare-page.js');
    await sendPage(response, ComparePage, { site: deps.site(), now: deps.clock.now(), left, right, comparison });
  };
}
