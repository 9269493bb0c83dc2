import express, { type Request, type RequestHandler } from 'express';
import { requireToken } from './door/access.js';
import { requestRate, tokenGuesses } from './door/rate-limit.js';
import { requestIds } from './door/request-ids.js';
import { requestLog } from './door/request-log.js';
import { hostGuard, sameOriginOnly, securityHeaders } from './door/security.js';
import { HEALTH, healthRoutes } from './health-routes.js';
import { sendPage } from './inspector/send-page.js';
import { lastResort } from './last-resort.js';
import { laterRoutes } from './later-routes.js';
import { metricsRoute } from './metrics/metrics-route.js';
import type { ServiceProvider } from './service-provider.js';
import { NOTHING_HERE, NoticePage } from './sp/pages.js';
import { serviceProviderRoutes } from './sp/routes.js';
import { createSessions } from './sp/session.js';

/** Paths of the mimicked service provider; like any service provider's, they are open and take posts from other sites. */
const MIMICKED = /^\/(sso\/[^/]+|login\/saml|login\/sso\/(mpp|adcon)|portal|console|logout)$/;

/** The service provider, its inspector and its API as one Express application. */
export function createServiceProviderApp(sp: ServiceProvider): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', sp.trustedProxies);
  const isMimicked = ({ path }: Request) => MIMICKED.test(path);
  const isOpen = (request: Request) =>
    isMimicked(request) || HEALTH.test(request.path) || request.path.startsWith('/assets/');
  const isSecure = (request: Request) => request.secure || sp.origin().startsWith('https:');
  app.use(
    requestIds(sp.random),
    requestLog(sp.log, sp.metrics),
    securityHeaders,
    hostGuard(sp.allowedOrigins),
    requestRate(sp.clock, sp.limits.requestsPerMinute, (path) => HEALTH.test(path)),
    sameOriginOnly(isMimicked),
    onlyMimickedOn(sp.vendorHosts, (request) => isMimicked(request) || request.path.startsWith('/assets/')),
    requireToken({ token: sp.token, isOpen, isSecure, guesses: tokenGuesses(sp.clock) }),
  );
  app.use(healthRoutes(sp.memory.logins));
  app.get('/metrics', metricsRoute(sp.metrics));
  app.use(serviceProviderRoutes(sp, createSessions(sp, isSecure)));
  app.use(
    '/api/v1',
    laterRoutes(async () => (await import('./api/routes.js')).apiRoutes(sp)),
  );
  app.use(
    '/setup',
    laterRoutes(async () => (await import('./setup/routes.js')).setupRoutes(sp)),
  );
  app.use(laterRoutes(() => inspector(sp)));
  app.use((_request, response) => sendPage(response, NoticePage, NOTHING_HERE, 404));
  app.use(lastResort(sp.log));
  return app;
}

async function inspector(sp: ServiceProvider): Promise<express.Router> {
  const { inspectorRoutes } = await import('./inspector/routes.js');
  const { inspectorDeps } = await import('./inspector-deps.js');
  return inspectorRoutes(inspectorDeps(sp));
}

/** On the vendor's host names there is the mimicked surface and nothing of ours. */
function onlyMimickedOn(hosts: () => readonly string[], isTheirs: (request: Request) => boolean): RequestHandler {
  return (request, response, next) => {
    if (isTheirs(request) || !hosts().includes(nameOf(request))) return next();
    return sendPage(response, NoticePage, NOTHING_HERE, 404);
  };
}

const nameOf = ({ hostname }: Request) => hostname.toLowerCase().replace(/\.$/, '');
