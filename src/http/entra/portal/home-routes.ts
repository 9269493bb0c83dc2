import express from 'express';
import { NEW_APPLICATION } from '../../../entra/application.js';
import type { SigningCertificate } from '../../../entra/signing-certificates.js';
import type { EntraStandIn } from '../../../entra/stand-in.js';
import { pageRoute } from '../../forms/page-route.js';
import type { EntraSite } from '../deps.js';
import { sendAnswer } from '../send-answer.js';
import { HomePage } from '../views/portal/home-page.js';
import { NewApplicationPage } from '../views/portal/new-application-page.js';

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
  router.get('/application/certificate.cer', async (_request, response) => {
    const active = (await entra.certificates.list()).find(({ isActive }) => isActive);
    if (active)
      response
        .attachment(fileName(entra.application.name))
        .type('application/x-x509-ca-cert')
        .send(active.certificate.pem);
    else response.status(404).type('text/plain').send('There is no active certificate.\n');
  });
  router.get('/application/certificate.der.cer', async (_request, response) => {
    const active = (await entra.certificates.list()).find(({ isActive }) => isActive);
    if (active)
      response.attachment(fileName(entra.application.name)).type('application/x-x509-ca-cert').send(derOf(active));
    else response.status(404).type('text/plain').send('There is no active certificate.\n');
  });
  router.get('/application/federation-metadata.xml', async (_request, response) => {
    response.attachment(`${entra.application.name.replace(/[^\w-]+/g, '_')}.xml`);
    response.set('Content-Type', 'application/samlmetadata+xml').send(Buffer.from(await entra.metadata()));
  });
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

function fileName(name: string): string {
  return `${name.replace(/[^\w-]+/g, '_')}.cer`;
}

function derOf({ certificate }: SigningCertificate): Buffer {
  return Buffer.from(certificate.pem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
}
