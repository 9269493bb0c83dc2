import express from 'express';
import { z } from 'zod';
import { diagnoseMessage } from '../../logins/diagnose-message.js';
import { parseBody } from './parse-body.js';

/** Body of `POST /diagnose`. */
export const messageToDiagnose = z.strictObject({
  message: z.string().min(1),
  serviceProvider: z
    .strictObject({
      profile: z.enum(['mimecast', 'generic']).exactOptional(),
      entityId: z.string().exactOptional(),
      assertionConsumerServiceUrl: z.string().exactOptional(),
      decryptionKey: z.string().exactOptional(),
      audienceOptional: z.boolean().exactOptional(),
    })
    .exactOptional(),
  identityProvider: z
    .strictObject({
      metadata: z.string().exactOptional(),
      entityId: z.string().exactOptional(),
      signingCertificates: z.array(z.string()).exactOptional(),
    })
    .exactOptional(),
  at: z.union([z.literal('issued'), z.iso.datetime()]).exactOptional(),
  clockSkewMs: z.number().min(0).exactOptional(),
  requestId: z.string().exactOptional(),
  secondOpinion: z.boolean().exactOptional(),
});

/** `POST /diagnose`: every check on one message; nothing is recorded. */
export function diagnoseRoutes(): express.Router {
  const router = express.Router();
  router.post('/diagnose', async (request, response) => {
    const { message, at, ...options } = parseBody(messageToDiagnose, request.body);
    response.json(
      await diagnoseMessage(message, {
        ...options,
        ...(at === undefined ? {} : { at: at === 'issued' ? at : new Date(at) }),
      }),
    );
  });
  return router;
}
