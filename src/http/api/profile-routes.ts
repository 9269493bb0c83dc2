import express from 'express';
import { z } from 'zod';
import { present } from '../../saml/present.js';
import { domainOfAddress } from '../../sp/directory.js';
import type { ServiceProvider } from '../service-provider.js';
import { accountAskedFor } from './account-asked-for.js';
import { sendError } from './errors.js';
import { parseBody } from './parse-body.js';

/** Body of `PUT /authentication-profile`: what is not given stays as it is. */
export const profileBody = z
  .strictObject({
    description: z.string(),
    enforceSamlForMimecast: z.boolean(),
    enforceSamlForAdministrationConsole: z.boolean(),
    provider: z.string(),
    metadataUrl: z.string().exactOptional(),
    monitorMetadataUrl: z.boolean(),
    issuer: z.string().exactOptional(),
    loginUrl: z.url({ protocol: /^https?$/ }).exactOptional(),
    logoutUrl: z.url({ protocol: /^https?$/ }).exactOptional(),
    identityProviderCertificates: z.array(z.string()),
    metadataIsTenantWide: z.boolean().exactOptional(),
    allowSingleSignOn: z.boolean(),
    usePasswordProtectedContext: z.boolean(),
    useIntegratedAuthenticationContext: z.boolean(),
    /** Taken, so that what was read can be sent back, and not used: only an import writes it. */
    lastImport: z.unknown().exactOptional(),
  })
  .partial();

/** Body of `POST /authentication-profile/import`. */
export const importBody = z.union([
  z.strictObject({ metadataUrl: z.string() }),
  z.strictObject({ metadataXml: z.string() }),
]);

/** Body of `POST /directory/addresses`. */
export const addressBody = z.strictObject({
  email: z.string(),
  globalName: z.string().default(''),
  roles: z.array(z.string()).default([]),
  forceChangeAtLogin: z.boolean().exactOptional(),
});

/** The Authentication Profile and the internal directory. */
export function profileRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  router.get('/authentication-profile', async (request, response) => {
    response.json(await accountAskedFor(sp, request).profile.get());
  });
  router.put('/authentication-profile', async (request, response) => {
    const profile = accountAskedFor(sp, request).profile;
    const { lastImport, ...given } = parseBody(profileBody, request.body);
    response.json(await profile.put({ ...(await profile.get()), ...present(given) }));
  });
  router.post('/authentication-profile/import', async (request, response) => {
    response.json(await accountAskedFor(sp, request).profile.import(parseBody(importBody, request.body)));
  });
  router.get('/directory/addresses', (_request, response) => {
    response.json({ domains: sp.directory.domains, addresses: sp.directory.addresses });
  });
  router.post('/directory/addresses', (request, response) => {
    const given = parseBody(addressBody, request.body);
    sp.directory.addDomain(domainOfAddress(given.email));
    sp.directory.addAddress(given);
    response.status(201).json(sp.directory.find(given.email));
  });
  router.delete('/directory/addresses/:email', (request, response) => {
    const { email } = request.params;
    if (sp.directory.removeAddress(email)) return void response.status(204).end();
    const remedy = 'GET /api/v1/directory/addresses lists them.';
    sendError(response, 404, 'ADDRESS_UNKNOWN', `There is no address ${email.slice(0, 256)}.`, remedy);
  });
  return router;
}
