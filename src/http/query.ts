import type { Request } from 'express';

/** The query string exactly as it came, without `?`. */
export function rawQueryOf({ originalUrl }: Pick<Request, 'originalUrl'>): string {
  const mark = originalUrl.indexOf('?');
  return mark < 0 ? '' : originalUrl.slice(mark + 1);
}

/** Its parameters, decoded; a request whose URL is none has none. */
export function queryOf(request: Pick<Request, 'originalUrl'>): URLSearchParams {
  return new URLSearchParams(rawQueryOf(request));
}
