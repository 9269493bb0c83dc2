import type { Response } from 'express';
import { requestIdOf } from './request-ids.js';

/** What is said at the door: what happened, what to do, and by which id the administrator finds it in the log. */
export function refuse(response: Response, status: number, sentence: string, remedy?: string): void {
  const id = requestIdOf(response);
  const lines = [sentence, ...(remedy === undefined ? [] : [remedy]), ...(id === undefined ? [] : [`Request ${id}`])];
  response
    .status(status)
    .type('text/plain')
    .send(`${lines.join('\n')}\n`);
}
