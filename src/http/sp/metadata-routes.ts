import express from 'express';
import { writeServiceProviderMetadata } from '../../saml/write-metadata.js';
import { sendPage } from '../inspector/send-page.js';
import type { ServiceProvider } from '../service-provider.js';
import { accountNamed } from './account-named.js';
import { NoticePage } from './pages.js';

/** `GET /sso/<account code>`: metadata of the account. A convenience of the harness; no such document of Mimecast's is known. */
export function metadataRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  router.get('/sso/:accountCode', async (request, response) => {
    const named = accountNamed(sp, request.params.accountCode);
    if ('account' in named) {
      const { entityId, assertionConsumerServiceUrl } = named.account.account();
      response
        .type('application/samlmetadata+xml')
        .send(writeServiceProviderMetadata({ entityId, assertionConsumerServiceUrl }));
      return;
    }
    await sendPage(response, NoticePage, { title: 'No such account', sentences: named.problem }, 404);
  });
  return router;
}
