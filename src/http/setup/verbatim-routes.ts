import express from 'express';
import { sendPage } from '../inspector/send-page.js';
import type { ServiceProvider } from '../service-provider.js';
import { NoticePage } from '../sp/pages.js';
import { writePac } from './write-pac.js';

const NOT_VERBATIM = {
  title: 'Not verbatim',
  sentences: ['This harness does not answer for the vendor’s host names.', 'Start it with --verbatim.'],
};

/** For other browsers than the one `saml-rehearsal browser` opens: which proxy to ask, and the authority to trust meanwhile. */
export function verbatimRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  router.get('/rehearsal.pac', async (_request, response) => {
    const verbatim = sp.verbatim();
    if (!verbatim) return sendPage(response, NoticePage, NOT_VERBATIM, 404);
    const pac = writePac(verbatim.hosts, new URL(sp.origin()).host);
    return response.type('application/x-ns-proxy-autoconfig').send(pac);
  });
  router.get('/local-authority.pem', async (_request, response) => {
    const verbatim = sp.verbatim();
    if (!verbatim) return sendPage(response, NoticePage, NOT_VERBATIM, 404);
    return response.attachment('local-authority.pem').type('application/x-pem-file').send(verbatim.authorityPem);
  });
  return router;
}
