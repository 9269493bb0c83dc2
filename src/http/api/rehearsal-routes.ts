import express from 'express';
import type { ServiceProvider } from '../service-provider.js';

/** `GET /rehearsal`: where things are, and in a verbatim rehearsal how a browser finds the vendor's host names here. */
export function rehearsalRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  router.get('/rehearsal', async (_request, response) => {
    const { account } = await sp.settings();
    const { accountCode, region, entityId, assertionConsumerServiceUrl } = account;
    const { signOnUrl, entraUrl } = sp.site();
    const verbatim = sp.verbatim();
    response.json({
      accountCode,
      region,
      entityId,
      assertionConsumerServiceUrl,
      inspectorUrl: sp.origin(),
      signOnUrl,
      ...(entraUrl === undefined ? {} : { entraUrl }),
      ...(verbatim ? { verbatim } : {}),
    });
  });
  return router;
}
