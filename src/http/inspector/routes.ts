import express from 'express';
import { assetRoutes } from './asset-routes.js';
import { checkListRoute, checkRoute } from './check-routes.js';
import { compareFormRoute, compareRoute } from './compare-routes.js';
import { decodeFormRoute, decodeRoute } from './decode-routes.js';
import { deleteRoutes } from './delete-routes.js';
import type { InspectorDeps } from './deps.js';
import { listRoute } from './list-route.js';
import { loginRoute } from './login-route.js';
import { setupRoute } from './setup-route.js';
import { shareRoute } from './share-route.js';

/** The pages people look at. Mounted at the root of the harness's own origin, never on vendor host names. */
export function inspectorRoutes(deps: InspectorDeps): express.Router {
  const router = express.Router();
  router.use(assetRoutes());
  router.get('/', listRoute(deps));
  router.get('/logins/:id', loginRoute(deps));
  router.get('/logins/:id/share', shareRoute(deps));
  router.use(deleteRoutes(deps));
  router.get('/checks', checkListRoute(deps));
  router.get('/checks/:id', checkRoute(deps));
  router.get('/decode', decodeFormRoute(deps));
  router.post('/decode', decodeRoute(deps));
  router.get('/setup', setupRoute(deps));
  router.get('/compare', compareFormRoute());
  router.get('/compare/:a/:b', compareRoute(deps));
  return router;
}
