import type { DestinationStream } from 'pino';
import { type Log, silent } from '../logins/log.js';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** One JSON line per event; the logger is loaded when something is to be logged. Default destination: standard error. */
export async function createLog(level: LogLevel = 'silent', destination?: DestinationStream): Promise<Log> {
  if (level === 'silent') return silent;
  const { pino } = await import('pino');
  const logger = pino({ level, base: null }, destination ?? pino.destination({ dest: 2, sync: true }));
  return {
    debug: (facts, sentence) => logger.debug(facts, sentence),
    info: (facts, sentence) => logger.info(facts, sentence),
    error: (facts, sentence) => logger.error(facts, sentence),
  };
}
