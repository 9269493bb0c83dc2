import type { Router } from 'express';
import { laterRoutes } from '../later-routes.js';
import type { ServiceProvider } from '../service-provider.js';
import { apiRouter } from './api-router.js';
import { eventRoutes } from './event-routes.js';
import { loginRoutes } from './login-routes.js';
import { rehearsalRoutes } from './rehearsal-routes.js';
import { reportRoutes } from './report-routes.js';

/** `/api/v1`: everything the inspector knows, for other programs. */
export function apiRoutes(sp: ServiceProvider): Router {
  return apiRouter(
    async () => (await import('./openapi/service-provider.js')).serviceProviderOpenApi(),
    loginRoutes(sp),
    reportRoutes(sp),
    rehearsalRoutes(sp),
    eventRoutes(sp),
    laterRoutes(async () => (await import('./diagnose-routes.js')).diagnoseRoutes()),
    laterRoutes(async () => (await import('./profile-routes.js')).profileRoutes(sp)),
  );
}
