import type { Response } from 'express';

/** Ends what waits or goes on without end when the harness stops; at once when it is stopping already, as a request may come in between. */
export function whenStopping(stopping: AbortSignal, response: Response, end: () => void): void {
  if (stopping.aborted) {
    end();
    return;
  }
  stopping.addEventListener('abort', end);
  response.on('close', () => stopping.removeEventListener('abort', end));
}
