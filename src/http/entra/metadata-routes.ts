import express from 'express';
import { METADATA_PATH } from '../../entra/metadata.js';
import { sendPage } from '../inspector/send-page.js';
import { queryOf } from '../query.js';
import { NoticePage } from '../sp/pages.js';
import type { EntraSite } from './deps.js';

/** Federation metadata; path and parameter name in any case, as Microsoft's own tools write them. */
export function metadataRoutes({ entra }: EntraSite): express.Router {
  const router = express.Router({ caseSensitive: false });
  router.get(`/:tenant/${METADATA_PATH}`, async (request, response) => {
    const appId = [...queryOf(request)].find(([name]) => name.toLowerCase() === 'appid')?.[1];
    const { applicationId } = entra.application;
    if (!isTenant(entra.tenant, request.params.tenant) || (appId ?? applicationId).toLowerCase() !== applicationId) {
      return sendPage(response, NoticePage, nothing(appId), 404);
    }
    // Without the parameter it is the tenant's document: the classic mistake, whose keys never match.
    const xml = await entra.metadata({ appId });
    response.set('Content-Type', 'application/samlmetadata+xml; charset=utf-8').send(Buffer.from(xml));
  });
  return router;
}

/** A tenant is addressed by its id, by a domain of it, or as `common`. */
export function isTenant(tenant: EntraSite['entra']['tenant'], name: string): boolean {
  return [tenant.id, tenant.domain, 'common'].includes(name.toLowerCase());
}

function nothing(appId: string | undefined) {
  const about =
    appId === undefined ? 'no tenant of that name' : `no application with the id ${appId}, or no such tenant`;
  return {
    title: 'No such metadata',
    sentences: [`There is ${about} here.`, 'Copy the App Federation Metadata Url from the application’s page.'],
  };
}
