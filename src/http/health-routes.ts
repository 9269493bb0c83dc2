import express from 'express';
import type { LoginStore } from '../logins/login-store.js';

/** Paths that are open to everybody and never counted: whoever asks them asks all the time. */
export const HEALTH = /^\/(livez|readyz)$/;

/** `/livez`: the process answers. `/readyz`: logins can be stored. */
export function healthRoutes(logins: LoginStore): express.Router {
  const router = express.Router();
  router.get('/livez', (_request, response) => void response.type('text/plain').send('alive\n'));
  router.get('/readyz', async (_request, response) => {
    const isReady = await logins.list({ limit: 1 }).then(
      () => true,
      () => false,
    );
    if (!isReady) response.status(503).set('Retry-After', '5');
    response.type('text/plain').send(isReady ? 'ready\n' : 'not ready: logins cannot be stored\n');
  });
  return router;
}
