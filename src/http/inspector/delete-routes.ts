import express from 'express';
import type { InspectorDeps } from './deps.js';
import { sendNotFound } from './send-not-found.js';

/** The forms that forget logins. Other sites cannot post them: their Origin is refused before anything gets here. */
export function deleteRoutes(deps: InspectorDeps): express.Router {
  const router = express.Router();
  router.post('/logins/:id/delete', async (request, response) => {
    if (!(await deps.logins.remove(request.params.id))) return sendNotFound(deps, response, 'login');
    return response.redirect(303, '/');
  });
  router.post('/delete-logins', async (_request, response) => {
    await deps.logins.removeAll();
    response.redirect(303, '/');
  });
  return router;
}
