import type { DestinationStream } from 'pino';
import { HarnessError } from '../errors.js';
import { type Log, silent } from '../logins/log.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
/** From what severity on something is logged, as pino names them. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * One JSON line per event; the logger is loaded when something is to be logged. Default destination: standard error.
 *
 * @throws HarnessError `CONFIG_INVALID`.
 */
export async function createLog(level: LogLevel = 'silent', destination?: DestinationStream): Promise<Log> {
  if (level === 'silent') return silent;
  if (!LOG_LEVELS.includes(level)) {
    const remedy = `Give one of ${LOG_LEVELS.join(', ')}.`;
    throw new HarnessError('CONFIG_INVALID', `"${level}" is no log level.`, remedy);
  }
  const { pino } = await import('pino');
  const logger = pino({ level, base: null }, destination ?? pino.destination({ dest: 2, sync: true }));
  return {
    debug: (facts, sentence) => logger.debug(facts, sentence),
    info: (facts, sentence) => logger.info(facts, sentence),
    error: (facts, sentence) => logger.error(facts, sentence),
  };
}
