import express, { type ErrorRequestHandler, type Request, type RequestHandler } from 'express';
import { HarnessError } from '../errors.js';
import { factsOf, type Log } from '../logins/log.js';
import { requireToken } from './access.js';
import { apiRoutes } from './api/routes.js';
import { inspectorRoutes } from './inspector/routes.js';
import { sendPage } from './inspector/send-page.js';
import { inspectorDeps } from './inspector-deps.js';
import { laterRoutes } from './later-routes.js';
import { hostGuard, sameOriginOnly, securityHeaders } from './security.js';
import type { ServiceProvider } from './service-provider.js';
import { NoticePage } from './sp/pages.js';
import { serviceProviderRoutes } from './sp/routes.js';
import { createSessions } from './sp/session.js';

/** Paths of the mimicked service provider; like any service provider's, they are open and take posts from other sites. */
const MIMICKED = /^\/(sso\/[^/]+|login\/saml|login\/sso\/(mpp|adcon)|portal|console|logout)$/;
const HEALTH = /^\/(livez|readyz)$/;

/** The service provider, its inspector and its API as one Express application. */
export function createServiceProviderApp(sp: ServiceProvider): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  const isMimicked = ({ path }: Request) => MIMICKED.test(path);
  const isOpen = (request: Request) =>
    isMimicked(request) || HEALTH.test(request.path) || request.path.startsWith('/assets/');
  const isSecure = (request: Request) => request.secure || sp.origin().startsWith('https:');
  app.use(
    securityHeaders,
    hostGuard(sp.allowedOrigins),
    sameOriginOnly(isMimicked),
    onlyMimickedOn(sp.vendorHosts, (request) => isMimicked(request) || request.path.startsWith('/assets/')),
    requireToken(sp.token, isOpen, isSecure),
  );
  app.get('/livez', (_request, response) => void response.type('text/plain').send('alive\n'));
  app.get('/readyz', async (_request, response) => {
    await sp.memory.logins.list({ limit: 1 });
    response.type('text/plain').send('ready\n');
  });
  app.use(serviceProviderRoutes(sp, createSessions(Buffer.from(sp.random.bytes(32)).toString('hex'), isSecure)));
  app.use('/api/v1', apiRoutes(sp));
  app.use(
    '/setup',
    laterRoutes(async () => (await import('./setup/routes.js')).setupRoutes(sp)),
  );
  app.use(inspectorRoutes(inspectorDeps(sp)));
  app.use((_request, response) => sendPage(response, NoticePage, NOTHING_HERE, 404));
  app.use(lastResort(sp.log));
  return app;
}

/** On the vendor's host names there is the mimicked surface and nothing of ours. */
function onlyMimickedOn(hosts: () => readonly string[], isTheirs: (request: Request) => boolean): RequestHandler {
  return (request, response, next) => {
    if (isTheirs(request) || !hosts().includes(nameOf(request))) return next();
    return sendPage(response, NoticePage, NOTHING_HERE, 404);
  };
}

const nameOf = ({ hostname }: Request) => hostname.toLowerCase().replace(/\.$/, '');

const NOTHING_HERE = { title: 'Nothing here', sentences: ['There is no page at this address.'] };

/** What nobody caught: said without its insides, with a status that tells whether to try again. */
const lastResort =
  (log: Log): ErrorRequestHandler =>
  async (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    // An address whose percent-encoding cannot be read.
    if ((error as { status?: number }).status === 400) return sendPage(response, NoticePage, NOTHING_HERE, 400);
    // Whoever hung up, or was hung up on for being slow, reads no answer.
    if (request.destroyed && !request.complete) return;
    const store = error instanceof HarnessError && error.code === 'STORE_UNUSABLE' ? error : undefined;
    const why = store && { message: store.message, remedy: store.remedy };
    log.error({ method: request.method, ...factsOf(error), ...why }, 'A request could not be answered.');
    const sentences = store
      ? [
          'Logins cannot be stored right now, so nothing was taken.',
          'Send it again in a moment: reload this page, or go back and log on again.',
          `For whoever runs this harness: ${store.remedy}`,
        ]
      : ['The harness could not answer. Its log says why.'];
    if (store) response.set('Retry-After', '5');
    await sendPage(response, NoticePage, { title: 'Not now', sentences }, store ? 503 : 500);
  };
