import express, { type RequestHandler } from 'express';
import { laterRoutes } from '../later-routes.js';
import type { ServiceProvider } from '../service-provider.js';
import { apiErrors, sendError, unknownRoute } from './errors.js';
import { eventRoutes } from './event-routes.js';
import { loginRoutes } from './login-routes.js';
import { rehearsalRoutes } from './rehearsal-routes.js';
import { reportRoutes } from './report-routes.js';

const MAX_JSON = '2mb';

/** `/api/v1`: everything the inspector knows, for other programs. */
export function apiRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  // Only JSON changes anything: a form of another site cannot send it without asking first.
  router.use(jsonOnly, express.json({ limit: MAX_JSON }));
  router.get('/openapi.json', async (_request, response) => {
    const { serviceProviderOpenApi } = await import('./openapi/service-provider.js');
    response.json(serviceProviderOpenApi());
  });
  router.use(loginRoutes(sp), reportRoutes(sp), rehearsalRoutes(sp), eventRoutes(sp));
  router.use(laterRoutes(async () => (await import('./diagnose-routes.js')).diagnoseRoutes()));
  router.use(laterRoutes(async () => (await import('./profile-routes.js')).profileRoutes(sp)));
  router.use(unknownRoute, apiErrors);
  return router;
}

const jsonOnly: RequestHandler = (request, response, next) => {
  const hasBody =
    Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  if (!hasBody || request.is('application/json')) return next();
  sendError(response, 415, 'REQUEST_INVALID', 'The body is not JSON.', 'Send it with Content-Type: application/json.');
};
