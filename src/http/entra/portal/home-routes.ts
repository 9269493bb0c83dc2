import express from 'express';
import { NEW_APPLICATION } from '../../../entra/application.js';
import type { EntraStandIn } from '../../../entra/stand-in.js';
import { pageRoute } from '../../forms/page-route.js';
import type { EntraSite } from '../deps.js';
import { sendAnswer } from '../send-answer.js';
import { HomePage } from '../views/portal/home-page.js';
import { NewApplicationPage } from '../views/portal/new-application-page.js';
import { downloadRoutes } from './download-routes.js';

/** My Apps with the single sign-on page, the launch of the application, and the downloads of step 3. */
export function homeRoutes(site: EntraSite): express.Router {
  const { entra } = site;
  const router = express.Router();
  pageRoute(router, {
    path: '/',
    page: HomePage,
    props: async () => ({
      tenantName: entra.tenant.name,
      application: entra.application,
      certificates: await entra.certificates.list(),
      urls: { metadata: entra.metadataUrl(), login: entra.loginUrl(), issuer: entra.issuer },
    }),
  });
  pageRoute(router, {
    path: '/new-application',
    page: NewApplicationPage,
    props: () => ({ name: NEW_APPLICATION.name }),
    save: (fields) => addApplication(entra, fields.text('name')),
    goTo: '/',
  });
  router.get('/launch', (_request, response) => {
    const launched = entra.launch();
    return launched.kind === 'open' ? response.redirect(303, launched.url) : sendAnswer(response, site, launched);
  });
  router.use(downloadRoutes(entra));
  return router;
}

/** As the gallery adds it: nothing configured, nobody assigned. */
function addApplication(entra: EntraStandIn, name: string): void {
  const { applicationId: _, ...fresh } = NEW_APPLICATION;
  const none = {
    signOnUrl: null,
    relayState: null,
    logoutUrl: null,
    groupClaim: null,
    tokenEncryptionCertificate: null,
    accessTokenLifetimeMinutes: null,
  };
  entra.updateApplication({ ...fresh, ...none, name });
  for (const { principal } of entra.assignments.list()) entra.unassign(principal);
}
