import express from 'express';
import { z } from 'zod';
import { defined } from '../../logins/views.js';
import type { ServiceProvider } from '../service-provider.js';
import { parseBody } from './parse-body.js';

const profile = z.strictObject({
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
});

const source = z.union([z.strictObject({ metadataUrl: z.string() }), z.strictObject({ metadataXml: z.string() })]);

const address = z.strictObject({
  email: z.string(),
  globalName: z.string().default(''),
  roles: z.array(z.string()).default([]),
  forceChangeAtLogin: z.boolean().exactOptional(),
});

/** The Authentication Profile and the internal directory. */
export function profileRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  router.get('/authentication-profile', async (_request, response) => void response.json(await sp.profile.get()));
  router.put('/authentication-profile', async (request, response) => {
    // What is not given stays as it is.
    const given = parseBody(profile.partial(), request.body);
    response.json(await sp.profile.put({ ...(await sp.profile.get()), ...defined(given) }));
  });
  router.post('/authentication-profile/import', async (request, response) => {
    response.json(await sp.profile.import(parseBody(source, request.body)));
  });
  router.get('/directory/addresses', (_request, response) => {
    response.json({ domains: sp.directory.domains, addresses: sp.directory.addresses });
  });
  router.post('/directory/addresses', (request, response) => {
    const given = parseBody(address, request.body);
    sp.directory.addDomain(given.email.split('@')[1] ?? '');
    sp.directory.addAddress(given);
    response.status(201).json(sp.directory.find(given.email));
  });
  router.delete('/directory/addresses/:email', (request, response) => {
    response.status(sp.directory.removeAddress(request.params.email) ? 204 : 404).end();
  });
  return router;
}
