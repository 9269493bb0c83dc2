import express from 'express';
import { z } from 'zod';
import { applicationChange } from '../../../entra/schema.js';
import type { SigningCertificate } from '../../../entra/signing-certificates.js';
import type { EntraStandIn } from '../../../entra/stand-in.js';
import { parseBody } from '../../api/parse-body.js';
import type { EntraSite } from '../deps.js';

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
/** Body of `POST /application/certificates`. */
export const certificateValidity = z.strictObject({
  notBefore: moment.exactOptional(),
  notAfter: moment.exactOptional(),
});

/** The application with its certificates. */
export function applicationRoutes({ entra }: EntraSite): express.Router {
  const router = express.Router();
  router.get('/application', async (_request, response) => void response.json(await described(entra)));
  router.put('/application', async (request, response) => {
    entra.updateApplication(parseBody(applicationChange, request.body));
    response.json(await described(entra));
  });
  router.post('/application/certificates', async (request, response) => {
    const made = await entra.certificates.create(parseBody(certificateValidity, request.body ?? {}));
    response.status(201).json(certificateFacts(made));
  });
  router.put('/application/certificates/:thumbprint/active', async (request, response) => {
    await entra.certificates.activate(request.params.thumbprint);
    response.status(204).end();
  });
  router.delete('/application/certificates/active', async (_request, response) => {
    await entra.certificates.deactivate();
    response.status(204).end();
  });
  router.delete('/application/certificates/:thumbprint', async (request, response) => {
    await entra.certificates.remove(request.params.thumbprint);
    response.status(204).end();
  });
  return router;
}

/** The application, and beside it what the service provider needs to know of the tenant. */
async function described(entra: EntraStandIn) {
  return {
    ...entra.application,
    tenantId: entra.tenant.id,
    appFederationMetadataUrl: entra.metadataUrl(),
    loginUrl: entra.loginUrl(),
    microsoftEntraIdentifier: entra.issuer,
    logoutUrlOfEntra: entra.loginUrl(),
    certificates: (await entra.certificates.list()).map(certificateFacts),
  };
}

function certificateFacts({ certificate, isActive }: SigningCertificate) {
  const { thumbprintSha1: thumbprint, notBefore, notAfter, pem } = certificate;
  return { status: isActive ? 'Active' : 'Inactive', thumbprint, notBefore, notAfter, pem };
}
