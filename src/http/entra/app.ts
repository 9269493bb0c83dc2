import express from 'express';
import type { EntraStandIn } from '../../entra/stand-in.js';
import { securityHeaders } from '../door/security.js';
import { assetRoutes } from '../inspector/asset-routes.js';
import { sendPage } from '../inspector/send-page.js';
import { NoticePage } from '../sp/pages.js';
import { entraApiRoutes } from './api/api-routes.js';
import type { EntraAppDeps } from './deps.js';
import { metadataRoutes } from './metadata-routes.js';
import { directoryPages } from './portal/directory-routes.js';
import { homeRoutes } from './portal/home-routes.js';
import { signOnEditRoutes } from './portal/sign-on-routes.js';
import { createEntraSessions } from './sessions.js';
import { signInRoutes } from './sign-in-routes.js';
import { signOutRoutes } from './sign-out-routes.js';

/** The stand-in's pages, protocol endpoints and API as one Express application. Host and Origin are checked by whoever mounts it. */
export function createEntraApp(entra: EntraStandIn, deps: EntraAppDeps): express.Express {
  const app = express();
  const site = { entra, ...deps, sessions: createEntraSessions(deps.random) };
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(securityHeaders);
  app.use(assetRoutes());
  app.use('/api/v1', entraApiRoutes(site));
  app.use(homeRoutes(site), signOnEditRoutes(site), directoryPages(site));
  app.use(metadataRoutes(site), signInRoutes(site), signOutRoutes(site));
  app.use((_request, response) => sendPage(response, NoticePage, NOTHING_HERE, 404));
  return app;
}

const NOTHING_HERE = { title: 'Nothing here', sentences: ['The stand-in for Entra ID has no page at this address.'] };
