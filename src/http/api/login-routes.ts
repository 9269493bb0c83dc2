import express, { type Request, type RequestHandler } from 'express';
import type { AnsweredLogin, Login } from '../../logins/login.js';
import { nextLogin } from '../../logins/login-events.js';
import type { LoginQuery } from '../../logins/login-store.js';
import { receivedBytes } from '../../logins/received-bytes.js';
import { present } from '../../saml/present.js';
import type { ServiceProvider } from '../service-provider.js';
import { sendError } from './errors.js';
import { whenStopping } from './when-stopping.js';

const MAX_WAIT_SECONDS = 300;

/** Logins: list, one, the next, forget. */
export function loginRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  router.get('/logins', async (request, response) => void response.json(await sp.memory.logins.list(queryOf(request))));
  router.get('/logins/next', nextLoginRoute(sp));
  router.get('/logins/:id', async (request, response) => {
    const login = await findLogin(sp, request.params.id);
    if (login) response.json(login);
    else loginNotFound(response, request.params.id);
  });
  router.get('/logins/:id/xml', async (request, response) => {
    const login = await findLogin(sp, request.params.id);
    const bytes = login?.state === 'answered' ? receivedBytes(login.received) : undefined;
    if (!login || bytes === undefined) return loginNotFound(response, request.params.id);
    response.set('Content-Disposition', `attachment; filename="response-${login.id}.xml"`);
    response.type('application/octet-stream').send(bytes);
  });
  router.delete('/logins', async (_request, response) => {
    await sp.memory.logins.removeAll();
    response.status(204).end();
  });
  router.delete('/logins/:id', async (request, response) => {
    if (await sp.memory.logins.remove(request.params.id)) response.status(204).end();
    else loginNotFound(response, request.params.id);
  });
  return router;
}

/** Waits for the next login; one that answered after the one named by `after` is given at once. */
function nextLoginRoute(sp: ServiceProvider): RequestHandler {
  return async (request, response) => {
    const seconds = Math.min(Math.max(Number(request.query['timeout'] ?? 30) || 0, 0), MAX_WAIT_SECONDS);
    const gone = new AbortController();
    const giveUp = () => gone.abort();
    whenStopping(sp.stopping, response, giveUp);
    response.on('close', giveUp);
    const coming = nextLogin(sp.events, seconds * 1_000, gone.signal);
    const { after } = request.query;
    const login = (typeof after === 'string' ? await firstAnsweredAfter(sp, after) : undefined) ?? (await coming);
    gone.abort();
    if (login) response.json(login);
    else response.status(204).end();
  };
}

/** By id, or the newest one as `latest`. */
export async function findLogin(sp: ServiceProvider, id: string): Promise<Login | undefined> {
  if (id !== 'latest') return sp.memory.logins.find(id);
  return (await sp.memory.logins.list({ limit: 1 })).logins[0];
}

/** The oldest answered login that began after the one of this id; so a script may ask for it when it is there already. */
async function firstAnsweredAfter(sp: ServiceProvider, id: string): Promise<AnsweredLogin | undefined> {
  const { logins } = await sp.memory.logins.list({ limit: 500 });
  return logins.findLast((login): login is AnsweredLogin => login.state === 'answered' && login.id > id);
}

function queryOf({ query }: Request): LoginQuery {
  const text = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : undefined);
  const accepted = text('accepted');
  const limit = text('limit');
  return present({
    accepted: accepted === 'true' ? true : accepted === 'false' ? false : undefined,
    failed: text('failed'),
    nameId: text('nameId'),
    search: text('search'),
    after: text('after'),
    limit: limit === undefined ? undefined : Number(limit),
  });
}

/** One answer for every route of one login. */
export function loginNotFound(response: express.Response, id: string): void {
  sendError(
    response,
    404,
    'LOGIN_UNKNOWN',
    `There is no login with the id ${id.slice(0, 80)}.`,
    'GET /api/v1/logins lists them.',
  );
}
