import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { HarnessError } from '../../errors.js';
import { requestIdOf } from '../door/request-ids.js';

/** One shape for every error of the API. */
export function sendError(response: Response, status: number, code: string, message: string, remedy: string): void {
  const requestId = requestIdOf(response);
  response.status(status).json({ error: { code, message, remedy, ...(requestId !== undefined && { requestId }) } });
}

const STATUS: Readonly<Record<string, number>> = {
  STORE_UNUSABLE: 503,
  DATA_DIR_UNUSABLE: 503,
  METADATA_UNREACHABLE: 502,
  ACCOUNT_UNKNOWN: 404,
};

/** Turns what a handler threw into an answer; what was not expected is said without its insides. */
export const apiErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof HarnessError) {
    if (error.code === 'STORE_UNUSABLE') response.set('Retry-After', '5');
    return sendError(response, STATUS[error.code] ?? 400, error.code, error.message, error.remedy);
  }
  const status = (error as { status?: number }).status;
  if (status === 400 || status === 413 || status === 415) {
    return sendError(
      response,
      status,
      'REQUEST_INVALID',
      String((error as Error).message),
      'Send JSON as the OpenAPI description says.',
    );
  }
  next(error);
};

export const unknownRoute: RequestHandler = (request, response) =>
  sendError(
    response,
    404,
    'NOT_FOUND',
    `There is nothing at ${request.path}.`,
    'GET /api/v1/openapi.json lists every route.',
  );
