import type { RequestHandler } from 'express';
import type { InspectorDeps } from './deps.js';
import { sendNotFound } from './send-not-found.js';
import { sendPage } from './send-page.js';

/** `GET /logins/:id/share`: what a report would and would not hold, before it is downloaded. */
export function shareRoute(deps: InspectorDeps): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const login = await deps.logins.find(request.params.id);
    if (login?.state !== 'answered') return sendNotFound(deps, response, 'login');
    const { SharePage } = await import('../views/share/share-page.js');
    const redaction = await deps.redaction(login);
    await sendPage(response, SharePage, { site: deps.site(), login, redaction });
  };
}
