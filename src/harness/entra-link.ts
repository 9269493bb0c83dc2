import express, { type Express, type Request } from 'express';
import type { Clock, Random } from '../clock.js';
import type { KeyVault } from '../entra/key-vault.js';
import { createEntraStandIn, type EntraStandIn } from '../entra/stand-in.js';
import { requireToken } from '../http/door/access.js';
import { limitsOf } from '../http/door/limits.js';
import { requestRate, tokenGuesses } from '../http/door/rate-limit.js';
import { requestIds } from '../http/door/request-ids.js';
import { requestLog } from '../http/door/request-log.js';
import { hostGuard, sameOriginOnly, securityHeaders } from '../http/door/security.js';
import { readTrustedProxies } from '../http/door/trusted-proxies.js';
import { lastResort } from '../http/last-resort.js';
import { laterRoutes } from '../http/later-routes.js';
import type { Log } from '../logins/log.js';
import { accountsOf } from './accounts.js';
import type { KeptTenant } from './kept-tenant.js';
import type { HarnessOptions } from './options.js';

export interface EntraLink {
  readonly standIn: EntraStandIn;
  readonly app: Express;
}

/** The stand-in, configured for this harness's service provider as the tutorial configures a tenant. */
export function createEntraLink(parts: {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly keys: KeyVault;
  readonly places: { readonly serviceProvider: string; readonly entra: string };
  readonly options: HarnessOptions;
  /** Absent: the tutorial's tenant, as long as the harness lives. */
  readonly tenant?: KeptTenant;
  /** Called after every change of the stand-in. */
  readonly changed?: () => void;
}): EntraLink {
  const { clock, random, keys, places, options, tenant, changed } = parts;
  const accounts = () => accountsOf(options, places.serviceProvider);
  const standIn: EntraStandIn = createEntraStandIn({
    clock,
    random,
    keys,
    origin: () => places.entra,
    application: () => ({
      identifiers: accounts().map(({ entityId }) => entityId),
      replyUrls: [...new Set(accounts().map(({ assertionConsumerServiceUrl: url }) => url))],
    }),
    ...(tenant && { snapshot: tenant.snapshot }),
    changed: () => {
      tenant?.keep(standIn.snapshot());
      changed?.();
    },
  });
  tenant?.onChange((snapshot) => standIn.restore(snapshot));
  return { standIn, app: guarded(standIn, parts) };
}

interface Guarded {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly options: HarnessOptions;
}

/** The endpoints of the protocol take posts from other sites; the sign-in page's form, pages and control are the harness's own. */
function guarded(standIn: EntraStandIn, { clock, random, log, options }: Guarded): Express {
  const { token, publicUrl, trustProxy } = options;
  const limits = limitsOf(options);
  const protocol = [`/${standIn.tenant.id}/`, `/${standIn.tenant.domain}/`, '/common/', '/assets/'];
  const isProtocol = ({ path }: Request) => protocol.some((start) => path.toLowerCase().startsWith(start));
  // Another site may bring a request, but not choose who signs in.
  const isFromElsewhere = (request: Request) => isProtocol(request) && !/\/login\/?$/i.test(request.path);
  // A proxy that serves the service provider under a public name serves the stand-in under the same one, on its own port.
  const ownNames = () => (publicUrl === undefined ? [] : [publicUrl]);
  const isSecure = (request: Request) => request.secure;
  const outer = express();
  outer.disable('x-powered-by');
  outer.set('trust proxy', readTrustedProxies(trustProxy));
  outer.use(
    requestIds(random),
    requestLog(log),
    securityHeaders,
    hostGuard(ownNames),
    requestRate(clock, limits.requestsPerMinute, () => false),
    sameOriginOnly(isFromElsewhere),
    requireToken({ token, isOpen: isProtocol, isSecure, guesses: tokenGuesses(clock) }),
    laterRoutes(async () => (await import('../http/entra/app.js')).createEntraApp(standIn, { clock, random, limits })),
    lastResort(log),
  );
  return outer;
}
