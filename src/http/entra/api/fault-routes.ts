import express from 'express';
import { z } from 'zod';
import { AUTHENTICATIONS, type AuthenticationMethod } from '../../../entra/authentication.js';
import { parseBody } from '../../api/parse-body.js';
import type { EntraSite } from '../deps.js';
import { faultFacts } from '../fault-facts.js';

const ids = z.array(z.string().max(100)).max(50);
const methods = Object.keys(AUTHENTICATIONS) as [AuthenticationMethod, ...AuthenticationMethod[]];
/** Body of `POST /faults`. */
export const standingFaultsBody = z.strictObject({
  faults: ids,
  times: z.number().int().min(0).max(1_000).default(1),
  seed: z.string().max(200).exactOptional(),
});
const value = z.string().max(10_000);

/** Body of `POST /logins/next`. */
export const nextLoginBody = z.strictObject({
  user: z.string().max(256).exactOptional(),
  faults: ids.exactOptional(),
  method: z.enum(methods).exactOptional(),
  seed: z.string().max(200).exactOptional(),
  claims: z.record(z.string().max(500), z.union([value, z.array(value).max(1_000), z.null()])).exactOptional(),
});

/** Deliberate defects: what there is, and which the next logins get. */
export function faultRoutes({ entra }: EntraSite): express.Router {
  const router = express.Router();
  router.get('/faults', async (_request, response) => {
    const { faults } = await import('../../../entra/faults/index.js');
    response.json({ next: entra.queue.standingFaults(), faults: faults.map(faultFacts) });
  });
  router.post('/faults', (request, response) => {
    entra.setFaults(parseBody(standingFaultsBody, request.body));
    response.json({ next: entra.queue.standingFaults() });
  });
  router.post('/logins/next', (request, response) => {
    entra.enqueue(parseBody(nextLoginBody, request.body));
    response.status(202).json({ queued: entra.queue.length() });
  });
  return router;
}
