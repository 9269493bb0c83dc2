import express from 'express';
import type { ServiceProvider } from '../service-provider.js';
import { accountRoutes } from './account-routes.js';
import { assertionConsumerRoutes } from './assertion-consumer-routes.js';
import { metadataRoutes } from './metadata-routes.js';
import type { Sessions } from './session.js';
import { signOnRoutes } from './sign-on-routes.js';

/** The surface that is mimicked. Nothing here takes authority from a cookie but the account home. */
export function serviceProviderRoutes(sp: ServiceProvider, sessions: Sessions): express.Router {
  const router = express.Router();
  router.use(metadataRoutes(sp), signOnRoutes(sp), assertionConsumerRoutes(sp, sessions), accountRoutes(sp, sessions));
  return router;
}
