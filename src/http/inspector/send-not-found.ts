import type { Response } from 'express';
import type { InspectorDeps } from './deps.js';
import { sendPage } from './send-page.js';

/** A page that says what is missing and where to go on. */
export async function sendNotFound(deps: InspectorDeps, response: Response, what: 'login' | 'check'): Promise<void> {
  const { NotFoundPage } = await import('../views/not-found-page.js');
  await sendPage(response, NotFoundPage, { site: deps.site(), what }, 404);
}
