import type { RequestHandler } from 'express';
import { certificatesOf } from './certificates-of.js';
import type { InspectorDeps } from './deps.js';
import { sendPage } from './send-page.js';

/** `GET /setup`: both sides of the configuration, in the words of the two portals. */
export function setupRoute(deps: InspectorDeps): RequestHandler {
  return async (_request, response) => {
    const [{ SetupPage }, { accountOf }, setup] = await Promise.all([
      import('../views/setup/setup-page.js'),
      import('../../sp/account.js'),
      deps.setup(),
    ]);
    const site = deps.site();
    const production = accountOf({ ...site, origin: '', verbatim: true });
    await sendPage(response, SetupPage, {
      site,
      setup,
      certificates: await certificatesOf(setup.authenticationProfile.signingCertificates),
      now: deps.clock.now(),
      ...(production.entityId !== setup.serviceProvider.entityId && { production }),
    });
  };
}
