import type { RequestHandler, Router } from 'express';

/** Routes whose libraries are loaded when the first request asks for them, not when the server starts. */
export function laterRoutes(load: () => Promise<Router>): RequestHandler {
  let routes: Promise<Router> | undefined;
  return (request, response, next) => {
    routes ??= load();
    routes.then((router) => router(request, response, next), next);
  };
}
