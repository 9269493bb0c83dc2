import type { Request, RequestHandler } from 'express';
import type { Log } from '../../logins/log.js';
import type { Metrics } from '../metrics/metrics.js';
import { requestIdOf } from './request-ids.js';

/** One line for each request at `debug`, and its number in the metrics. The path is the route's pattern: a real one may hold an address or a search word. */
export function requestLog(log: Log, metrics?: Pick<Metrics, 'request'>): RequestHandler {
  return (request, response, next) => {
    response.once('finish', () => {
      const { method } = request;
      const { statusCode: status } = response;
      const route = routeOf(request);
      metrics?.request(method, route, status);
      const facts = { request: requestIdOf(response), method, route, status };
      log.debug(facts, 'A request was answered.');
    });
    next();
  };
}

/** `undefined` where no route took it. */
function routeOf({ baseUrl, path, route }: Request): string | undefined {
  const pattern = (route as { path?: string | readonly string[] } | undefined)?.path;
  if (pattern === undefined) return undefined;
  const patterns = [pattern].flat();
  return `${baseUrl}${patterns.find((one) => one === path) ?? patterns.join('|')}`;
}
