import express from 'express';
import { assetRoutes } from './asset-routes.js';
import type { InspectorDeps } from './deps.js';
import { listRoute } from './list-route.js';
import { loginRoute } from './login-route.js';

/** The pages people look at. Mounted at the root of the harness's own origin, never on vendor host names. */
export function inspectorRoutes(deps: InspectorDeps): express.Router {
  const router = express.Router();
  router.use(assetRoutes());
  router.get('/', listRoute(deps));
  router.get('/logins/:id', loginRoute(deps));
  return router;
}
