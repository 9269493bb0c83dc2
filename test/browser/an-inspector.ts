/** The inspector alone on a port, with the headers of the real one, for tests of its pages. */
import type { AddressInfo } from 'node:net';
import express from 'express';
import { securityHeaders } from '../../src/http/door/security.js';
import { inspectorRoutes } from '../../src/http/inspector/routes.js';
import type { Login } from '../../src/logins/login.js';
import { inspectorDeps } from '../http/inspector/a-page.js';

export interface AnInspector {
  readonly url: string;
  /** Puts a login on top of the list and tells the pages. */
  add(login: Login): void;
  close(): Promise<void>;
}

export async function anInspector(...initial: readonly Login[]): Promise<AnInspector> {
  const logins = [...initial];
  const listeners = new Set<(event: string) => void>();
  const app = express().use(securityHeaders);
  app.get('/api/v1/events', (request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
    const listener = (event: string) => response.write(event);
    listeners.add(listener);
    request.on('close', () => listeners.delete(listener));
  });
  app.use((request, response, next) => inspectorRoutes(inspectorDeps(logins))(request, response, next));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    add(login) {
      logins.unshift(login);
      const name = login.state === 'pending' ? 'pending' : 'login';
      for (const listener of listeners) listener(`event: ${name}\ndata: {}\n\n`);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
