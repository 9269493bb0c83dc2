import type { Router } from 'express';
import { apiRouter } from '../../api/api-router.js';
import { laterRoutes } from '../../later-routes.js';
import type { EntraSite } from '../deps.js';

/** `/api/v1` of the stand-in: the portal for other programs. Its schemas are loaded when the first request asks. */
export function entraApiRoutes(site: EntraSite): Router {
  return apiRouter(
    async () => (await import('./openapi/entra.js')).entraOpenApi(),
    laterRoutes(async () => (await import('./application-routes.js')).applicationRoutes(site)),
    laterRoutes(async () => (await import('./directory-routes.js')).directoryRoutes(site)),
    laterRoutes(async () => (await import('./fault-routes.js')).faultRoutes(site)),
  );
}
