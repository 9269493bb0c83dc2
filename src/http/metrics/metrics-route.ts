import type { RequestHandler } from 'express';
import type { Metrics } from './metrics.js';

/** `GET /metrics`, for Prometheus. Behind the token, where there is one. */
export function metricsRoute(metrics: Metrics): RequestHandler {
  return async (_request, response) => {
    const { contentType, text } = await metrics.exposition();
    response.set('Content-Type', contentType).send(text);
  };
}
