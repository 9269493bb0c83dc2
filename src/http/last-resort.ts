import type { ErrorRequestHandler, Request, Response } from 'express';
import { HarnessError } from '../errors.js';
import { factsOf, type Log } from '../logins/log.js';
import { sendError } from './api/errors.js';
import { requestIdOf } from './door/request-ids.js';
import { sendPage } from './inspector/send-page.js';
import { NOTHING_HERE, NoticePage } from './sp/pages.js';

/** What nobody caught: said without its insides, with a status that tells whether to try again. */
export const lastResort =
  (log: Log): ErrorRequestHandler =>
  async (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    // An address whose percent-encoding cannot be read.
    if ((error as { status?: number }).status === 400) return sendPage(response, NoticePage, NOTHING_HERE, 400);
    // Whoever hung up, or was hung up on for being slow, reads no answer.
    if (request.destroyed && !request.complete) return;
    const later = error instanceof HarnessError ? tryLater(error) : undefined;
    if (later?.isLogged !== false) {
      const facts = { request: requestIdOf(response), method: request.method, ...factsOf(error), ...later?.facts };
      log.error(facts, 'A request could not be answered.');
    }
    if (!later) return say(request, response, 500, 'INTERNAL', ['The harness could not answer.', 'Its log says why.']);
    response.set('Retry-After', String(later.seconds));
    return say(request, response, 503, later.code, later.sentences);
  };

type Sentences = readonly [message: string, ...remedies: string[]];

interface Later {
  readonly code: string;
  readonly seconds: number;
  readonly sentences: Sentences;
  readonly isLogged: boolean;
  readonly facts?: Readonly<Record<string, string>>;
}

function tryLater({ code, message, remedy }: HarnessError): Later | undefined {
  // Not logged one by one: a crowd would fill the log.
  if (code === 'TOO_BUSY') return { code, seconds: 1, sentences: [message, remedy], isLogged: false };
  if (code !== 'STORE_UNUSABLE') return undefined;
  const sentences: Sentences = [
    'Logins cannot be stored right now, so nothing was taken.',
    'Send it again in a moment: reload this page, or go back and log on again.',
    `For whoever runs this harness: ${remedy}`,
  ];
  return { code, seconds: 5, sentences, isLogged: true, facts: { message, remedy } };
}

function say(request: Request, response: Response, status: number, code: string, words: Sentences): unknown {
  const [message, ...remedies] = words;
  if (request.originalUrl.startsWith('/api/')) return sendError(response, status, code, message, remedies.join(' '));
  const id = requestIdOf(response);
  const sentences = [...words, ...(id === undefined ? [] : [`In the log this is request ${id}.`])];
  return sendPage(response, NoticePage, { title: 'Not now', sentences }, status);
}
