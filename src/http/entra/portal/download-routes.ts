import express, { type RequestHandler } from 'express';
import type { EntraStandIn } from '../../../entra/stand-in.js';

/** The downloads of step 3: the active certificate in either form, and the metadata. */
export function downloadRoutes(entra: EntraStandIn): express.Router {
  const router = express.Router();
  router.get(
    '/application/certificate.cer',
    activeCertificate(entra, (pem) => pem),
  );
  router.get('/application/certificate.der.cer', activeCertificate(entra, derOf));
  router.get('/application/federation-metadata.xml', async (_request, response) => {
    response.attachment(`${fileName(entra)}.xml`);
    response.set('Content-Type', 'application/samlmetadata+xml').send(Buffer.from(await entra.metadata()));
  });
  return router;
}

function activeCertificate(entra: EntraStandIn, form: (pem: string) => string | Buffer): RequestHandler {
  return async (_request, response) => {
    const active = (await entra.certificates.list()).find(({ isActive }) => isActive);
    if (!active) return void response.status(404).type('text/plain').send('There is no active certificate.\n');
    response
      .attachment(`${fileName(entra)}.cer`)
      .type('application/x-x509-ca-cert')
      .send(form(active.certificate.pem));
  };
}

const fileName = ({ application }: EntraStandIn) => application.name.replace(/[^\w-]+/g, '_');

const derOf = (pem: string) => Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
