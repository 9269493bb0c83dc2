import express from 'express';
import { sendPage } from '../inspector/send-page.js';
import type { ServiceProvider } from '../service-provider.js';
import { AccountHomePage, NoticePage } from './pages.js';
import type { Sessions } from './session.js';

/** Where an accepted login lands, and where it ends. */
export function accountRoutes(sp: ServiceProvider, sessions: Sessions): express.Router {
  const router = express.Router();
  router.get(['/portal', '/console'], async (request, response) => {
    await sessions.attach(request, response);
    if (!request.user) return response.redirect(302, '/login/saml');
    const place = request.path === '/console' ? ('console' as const) : ('portal' as const);
    return sendPage(response, AccountHomePage, { user: request.user, place, inspectorUrl: sp.origin() });
  });
  router.get('/logout', async (request, response) => {
    await sessions.attach(request, response);
    await sessions.signOut(request);
    const sentences = [
      'You are logged out of the rehearsed service provider.',
      'Your session at the identity provider goes on: no SAML single logout of Mimecast’s is documented.',
    ];
    return sendPage(response, NoticePage, { title: 'Logged out', sentences });
  });
  return router;
}
