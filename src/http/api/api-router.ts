import express, { type RequestHandler, type Router } from 'express';
import { apiErrors, sendError, unknownRoute } from './errors.js';
import type { Schema } from './openapi/describe.js';

const MAX_JSON = '2mb';

/** What the APIs of both sides have in common: they read JSON, describe themselves, and refuse in one shape. */
export function apiRouter(description: () => Promise<Schema>, ...routes: readonly RequestHandler[]): Router {
  const router = express.Router();
  router.use(jsonOnly, express.json({ limit: MAX_JSON }));
  router.get('/openapi.json', async (_request, response) => void response.json(await description()));
  router.use(...routes, unknownRoute, apiErrors);
  return router;
}

/** Only JSON changes anything: a form of another site cannot send it without asking first. */
const jsonOnly: RequestHandler = (request, response, next) => {
  const hasBody =
    Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  if (!hasBody || request.is('application/json')) return next();
  sendError(response, 415, 'REQUEST_INVALID', 'The body is not JSON.', 'Send it with Content-Type: application/json.');
};
