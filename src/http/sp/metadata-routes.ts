import express from 'express';
import { writeServiceProviderMetadata } from '../../saml/write-metadata.js';
import { sendPage } from '../inspector/send-page.js';
import type { ServiceProvider } from '../service-provider.js';
import { NoticePage } from './pages.js';

/** `GET /sso/<account code>`: metadata of the account. A convenience of the harness; no such document of Mimecast's is known. */
export function metadataRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  router.get('/sso/:accountCode', async (request, response) => {
    const { account } = await sp.settings();
    const asked = request.params.accountCode;
    if (asked === account.accountCode) {
      const { entityId, assertionConsumerServiceUrl } = account;
      response
        .type('application/samlmetadata+xml')
        .send(writeServiceProviderMetadata({ entityId, assertionConsumerServiceUrl }));
      return;
    }
    const sentences = [`There is no account with the code ${asked}.`, whyUnknown(asked, account.accountCode)];
    await sendPage(response, NoticePage, { title: 'No such account', sentences }, 404);
  });
  return router;
}

function whyUnknown(asked: string, accountCode: string): string {
  return asked.toUpperCase() === accountCode.toUpperCase()
    ? `Account codes are written in capitals here: ${accountCode}, not ${asked}.`
    : `This harness rehearses the account ${accountCode}. Start it with --account-code to rehearse another.`;
}
