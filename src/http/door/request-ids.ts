import type { Request, RequestHandler, Response } from 'express';
import type { Random } from '../../clock.js';

const HEADER = 'X-Request-Id';
const READABLE = /^[\w.:+/=-]{1,128}$/;

/** Gives every request an id, which its answer, its log lines and its login carry. A trusted proxy may bring one; nobody else. */
export function requestIds(random: Random): RequestHandler {
  return (request, response, next) => {
    const brought = request.get(HEADER);
    const isKept = brought !== undefined && READABLE.test(brought) && cameFromTrustedProxy(request);
    response.set(HEADER, isKept ? brought : Buffer.from(random.bytes(8)).toString('hex'));
    next();
  };
}

/** `undefined` where no id was given out, as on a bare application in a test. */
export function requestIdOf(response: Response): string | undefined {
  const id = response.getHeader(HEADER);
  return typeof id === 'string' ? id : undefined;
}

function cameFromTrustedProxy({ app, socket }: Request): boolean {
  const isTrusted = app.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean;
  return isTrusted(socket.remoteAddress, 0);
}
