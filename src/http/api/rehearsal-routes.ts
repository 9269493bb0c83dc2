import express from 'express';
import { type Account, accountWarnings } from '../../sp/account.js';
import type { ServiceProvider } from '../service-provider.js';
import { accountAskedFor } from './account-asked-for.js';

function factsOf({ accountCode, region, entityId }: Account) {
  return { accountCode, region, entityId, warnings: accountWarnings(accountCode, region) };
}

/**
 * `GET /rehearsal`: where things are, and in a verbatim rehearsal how a browser finds the vendor's host names here.
 * `GET /rehearsal/steps`: the tutorial, and what of it was seen.
 */
export function rehearsalRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  router.get('/rehearsal', async (_request, response) => {
    const [main] = sp.accounts;
    const { accountCode, region, entityId, assertionConsumerServiceUrl } = main.account();
    const { signOnUrl, entraUrl } = sp.site();
    const verbatim = sp.verbatim();
    response.json({
      accountCode,
      region,
      entityId,
      assertionConsumerServiceUrl,
      inspectorUrl: sp.origin(),
      signOnUrl,
      accounts: sp.accounts.map(({ account }) => factsOf(account())),
      ...(entraUrl === undefined ? {} : { entraUrl }),
      ...(verbatim ? { verbatim } : {}),
    });
  });
  router.get('/rehearsal/steps', async (request, response) => {
    response.json({ steps: await sp.steps(accountAskedFor(sp, request)) });
  });
  return router;
}
