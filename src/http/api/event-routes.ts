import express from 'express';
import type { ServiceProvider } from '../service-provider.js';
import { whenStopping } from './when-stopping.js';

const HEARTBEAT_MS = 15_000;
/** Whoever does not read what is sent is not sent more for ever. */
const MAX_UNREAD_BYTES = 1024 * 1024;

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
    const send = (text: string) => {
      if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
      else response.write(text);
    };
    send('retry: 1000\n\n');
    const begun = sp.events.subscribeBegun(({ id, accountCode, region }) => {
      send(`event: pending\nid: ${id}\ndata: ${JSON.stringify({ id, accountCode, region })}\n\n`);
    });
    const answered = sp.events.subscribe(({ id, accepted, diagnosis }) => {
      send(`event: login\nid: ${id}\ndata: ${JSON.stringify({ id, accepted, rootCause: diagnosis.rootCause })}\n\n`);
    });
    const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
    heartbeat.unref();
    whenStopping(sp.stopping, response, () => void response.end());
    response.on('close', () => {
      clearInterval(heartbeat);
      begun();
      answered();
    });
  });
  return router;
}
