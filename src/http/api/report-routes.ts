import express, { type Request, type Response } from 'express';
import type { Renderer } from '../../report/redact.js';
import type { ServiceProvider } from '../service-provider.js';
import { findLogin, loginNotFound } from './login-routes.js';

/** Reports of one login, to be handed on: every value is replaced by a fingerprint unless `redact=none` says otherwise. */
export function reportRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  router.get('/logins/:id/report.html', async (request, response) => {
    const { htmlReport } = await import('../../report/html.js');
    await send(sp, request, response, { render: htmlReport, extension: 'html' });
  });
  router.get('/logins/:id/report.json', async (request, response) => {
    const { jsonReport } = await import('../../report/json.js');
    await send(sp, request, response, { render: jsonReport, extension: 'json' });
  });
  return router;
}

async function send(
  sp: ServiceProvider,
  request: Request,
  response: Response,
  { render, extension }: { readonly render: Renderer; readonly extension: string },
): Promise<void> {
  const id = String(request.params['id']);
  const login = await findLogin(sp, id);
  if (login?.state !== 'answered') return loginNotFound(response, id);
  const { reportedLogin } = await import('../../report/reported-message.js');
  const message = reportedLogin(login);
  response.set('Content-Disposition', `attachment; filename="login-${login.id}.${extension}"`);
  response.type(extension).send(await rendered(sp, message, render, request.query['redact'] !== 'none'));
}

async function rendered(
  { random }: ServiceProvider,
  message: Parameters<Renderer>[0][number],
  render: Renderer,
  isRedacted: boolean,
): Promise<string> {
  if (!isRedacted) return render([message]);
  const { renderRedacted } = await import('../../report/redact.js');
  return renderRedacted([message], render, random.bytes(32));
}
