import express from 'express';
import { createTurnstile } from '../door/turnstile.js';
import type { ServiceProvider } from '../service-provider.js';
import { accountRoutes } from './account-routes.js';
import { assertionConsumerRoutes } from './assertion-consumer-routes.js';
import { metadataRoutes } from './metadata-routes.js';
import { allowedMethods } from './methods.js';
import type { Sessions } from './session.js';
import { signOnRoutes } from './sign-on-routes.js';

/** The surface that is mimicked. Nothing here takes authority from a cookie but the account home. */
export function serviceProviderRoutes(sp: ServiceProvider, sessions: Sessions): express.Router {
  const router = express.Router();
  const turnstile = createTurnstile(sp.limits.postsAtOnce, sp.limits.postsWaiting);
  router.use(allowedMethods());
  router.use(metadataRoutes(sp), signOnRoutes(sp, turnstile), assertionConsumerRoutes(sp, turnstile, sessions));
  router.use(accountRoutes(sp, sessions));
  return router;
}
