import express, { type RequestHandler } from 'express';
import { apiErrors, sendError, unknownRoute } from '../../api/errors.js';
import type { EntraSite } from '../deps.js';

const MAX_JSON = '2mb';

/** `/api/v1` of the stand-in: the portal for other programs. */
export function entraApiRoutes(site: EntraSite): express.Router {
  const router = express.Router();
  let routes: Promise<express.Router> | undefined;
  router.use(jsonOnly, express.json({ limit: MAX_JSON }));
  router.get('/openapi.json', async (_request, response) => {
    const { entraOpenApi } = await import('./openapi.js');
    response.json(entraOpenApi());
  });
  // The schema library is loaded when the first request asks for it.
  router.use((request, response, next) => {
    routes ??= loadRoutes(site);
    routes.then((loaded) => loaded(request, response, next), next);
  });
  router.use(unknownRoute, apiErrors);
  return router;
}

async function loadRoutes(site: EntraSite): Promise<express.Router> {
  const { applicationRoutes } = await import('./application-routes.js');
  const { directoryRoutes } = await import('./directory-routes.js');
  const { faultRoutes } = await import('./fault-routes.js');
  return express.Router().use(applicationRoutes(site), directoryRoutes(site), faultRoutes(site));
}

/** A form of another site cannot send JSON without asking first. */
const jsonOnly: RequestHandler = (request, response, next) => {
  const hasBody =
    Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  if (!hasBody || request.is('application/json')) return next();
  sendError(response, 415, 'REQUEST_INVALID', 'The body is not JSON.', 'Send it with Content-Type: application/json.');
};
