import express from 'express';
import type { ServiceProvider } from '../service-provider.js';

const HEARTBEAT_MS = 15_000;

/**
 * `GET /events`: server-sent events; `login` with id and verdict whenever a login was answered and recorded, `pending` with
 * id and account whenever a request has left.
 */
export function eventRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  router.get('/events', (_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.write('retry: 1000\n\n');
    const begun = sp.events.subscribeBegun(({ id, accountCode, region }) => {
      response.write(`event: pending\nid: ${id}\ndata: ${JSON.stringify({ id, accountCode, region })}\n\n`);
    });
    const answered = sp.events.subscribe(({ id, accepted, diagnosis }) => {
      response.write(
        `event: login\nid: ${id}\ndata: ${JSON.stringify({ id, accepted, rootCause: diagnosis.rootCause })}\n\n`,
      );
    });
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    heartbeat.unref();
    response.on('close', () => {
      clearInterval(heartbeat);
      begun();
      answered();
    });
  });
  return router;
}
