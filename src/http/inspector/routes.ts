import express from 'express';
import { assetRoutes } from './asset-routes.js';
import type { InspectorDeps } from './deps.js';

/** The pages people look at. Mounted at the root of the harness's own origin, never on vendor host names. */
export function inspectorRoutes(_deps: InspectorDeps): express.Router {
  const router = express.Router();
  router.use(assetRoutes());
  return router;
}
